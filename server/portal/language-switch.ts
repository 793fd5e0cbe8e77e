import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Language, languages } from '#contract/language/language.ts';

const oneYearInSeconds = 31_536_000;

/** Keeps the language in a cookie (the desk knows the same one) and goes back to a page of the portal. */
export function switchLanguage(reply: FastifyReply, to: string, address: string): FastifyReply {
  keepLanguage(reply, to);
  return reply.redirect(ownAddress(address), 303);
}

/**
 * The same for a form whose words are kept nowhere until they are sent: it is shown again at once, as typed, with
 * `language` among the data of its page. Null where another button was pressed.
 */
export function switchedLanguage(reply: FastifyReply, go: string): Language | null {
  const to = languageGo(go);
  return to === null ? null : keepLanguage(reply, to);
}

function keepLanguage(reply: FastifyReply, to: string): Language {
  const language = languages.find((known) => known === to) ?? 'zh';
  reply.header('set-cookie', `hejie_language=${language}; Path=/; Max-Age=${oneYearInSeconds}; SameSite=Lax`);
  return language;
}

/** An address of the portal and nothing else: a link must not lead elsewhere in our name. */
function ownAddress(address: string): string {
  return /^\/p(\/[A-Za-z0-9/_.-]*)?(\?[A-Za-z0-9=&_.%+-]*)?$/.test(address) && !address.includes('//')
    ? address
    : '/p/';
}

export function languageRoute(app: FastifyInstance): void {
  app.get<{ Querystring: { to?: string; back?: string } }>(
    '/language',
    { config: { policy: 'public' } },
    (request, reply) =>
      switchLanguage(reply, String(request.query.to ?? ''), String(request.query.back ?? '')),
  );
}

/** The language that a form's switch asks for, if it was the switch that was pressed. */
export function languageGo(go: string): string | null {
  return go.startsWith('language:') ? go.slice('language:'.length) : null;
}
