import type { FastifyReply } from 'fastify';

type Attachment = { readonly name: string; readonly mediaType: string; readonly content: Buffer };

/**
 * What somebody else wrote goes to the disk, never onto a page of ours: as an attachment, of the kind that we found it to
 * be, and in a sandbox should a browser show it all the same. No cache keeps it.
 */
export function sendAttachment(reply: FastifyReply, { name, mediaType, content }: Attachment): FastifyReply {
  // RFC 8187 leaves out five characters that encodeURIComponent lets through.
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encoded}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'")
    .header('cache-control', 'no-store')
    .type(mediaType)
    .send(content);
}
