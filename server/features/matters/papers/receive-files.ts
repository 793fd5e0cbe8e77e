import { isUtf8 } from 'node:buffer';
import type { FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import { checkFile } from '#domain/documents/accepted-files.ts';
import { checkArchive, isArchive } from '#domain/documents/archive-bounds.ts';
import { type PaperKind, paperKinds, type Seat, seats } from '#domain/matters/vocabulary.ts';
import { httpProblem, refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { fieldReason } from '#server/app/validation.ts';
import { lookForViruses } from './look-for-viruses.ts';
import type { ReceivedFile } from './received-file.ts';

export type ReceivedPapers = {
  readonly version: number;
  readonly kind: PaperKind;
  readonly forSeats: readonly Seat[];
  readonly files: ReceivedFile[];
};

/** Reads an upload whole within its bounds; nothing is kept unless every file is what it says it is. */
export async function receivePapers(services: Services, request: FastifyRequest): Promise<ReceivedPapers> {
  if (!request.isMultipart())
    refuse(415, 'unsupported-media-type', { params: { expected: 'multipart/form-data' } });
  const fields = new Map<string, string>();
  const files: ReceivedFile[] = [];
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields.set(part.fieldname, String(part.value));
      else
        files.push(await receiveFile(services, request, part.filename, await part.toBuffer(), files.length));
    }
  } catch (thrown) {
    throw asProblem(thrown, request);
  }
  const version = Number(fields.get('version'));
  const kind = paperKinds.find((one) => one === fields.get('kind'));
  const told = (fields.get('forSeats') ?? '').split(',').map((one) => one.trim());
  const forSeats = seats.filter((seat) => told.includes(seat));
  const faults: { field: string; reason: string }[] = [];
  const missing = fieldReason('required', request.language);
  if (!Number.isInteger(version) || version < 1) faults.push({ field: 'version', reason: missing });
  if (kind === undefined) faults.push({ field: 'kind', reason: missing });
  if (told.some((one) => one !== '' && !(seats as readonly string[]).includes(one)))
    faults.push({
      field: 'forSeats',
      reason: fieldReason('choice', request.language, { choices: seats.join(', ') }),
    });
  if (files.length === 0) faults.push({ field: 'files', reason: missing });
  if (kind === undefined || faults.length > 0) refuse(400, 'invalid-input', { errors: faults });
  return { version, kind, forSeats, files };
}

/** A file as it may be kept: of a kind that is taken, within its bounds when it is unpacked, and without viruses. */
export async function receiveFile(
  services: Services,
  request: FastifyRequest,
  fileName: string,
  content: Buffer,
  index: number,
): Promise<ReceivedFile> {
  // A browser may send a path; only its last part is a name.
  const name = fileName.normalize('NFC').split(/[/\\]/).at(-1)?.trim() ?? '';
  // Before the kind is told, for which the archive is opened.
  const unsound = isArchive(content) ? checkArchive(content) : undefined;
  const sniffed = unsound === undefined ? await fileTypeFromBuffer(content) : undefined;
  const isText = isUtf8(content) && !content.includes(0);
  const checked = unsound ?? checkFile(name, content.length, sniffed?.mime, isText);
  if (typeof checked === 'string') {
    refuse(422, 'invalid-input', {
      errors: [{ field: `files.${index}`, reason: fieldReason(checked, request.language) }],
    });
  }
  await lookForViruses(services, request, content, `files.${index}`);
  return { name, mediaType: checked.mediaType, content };
}

/** What the multipart parser throws when a bound is met names no field; say which bound it was. */
function asProblem(thrown: unknown, request: FastifyRequest): unknown {
  const { code = '' } = thrown as { code?: string };
  const bounds: Record<string, 'file-too-big' | 'too-many-files'> = {
    FST_REQ_FILE_TOO_LARGE: 'file-too-big',
    FST_FILES_LIMIT: 'too-many-files',
    FST_PARTS_LIMIT: 'too-many-files',
  };
  const bound = bounds[code];
  if (bound === undefined) return thrown;
  return httpProblem(413, 'body-too-large', {
    errors: [{ field: 'files', reason: fieldReason(bound, request.language) }],
  });
}
