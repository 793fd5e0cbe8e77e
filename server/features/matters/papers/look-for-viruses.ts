import type { FastifyRequest } from 'fastify';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { fieldReason } from '#server/app/validation.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { insertRefusedFile } from './refused-file.queries.ts';

const tryAgainSeconds = 60;

/**
 * The quarantine is this process's memory: until the scanner has said that a file is clean, it lies on no disk and in no
 * matter, and nobody can fetch it. One that is infected ends here; that it came is on record, not whose it was or its name.
 */
export async function lookForViruses(
  services: Services,
  request: FastifyRequest,
  content: Buffer,
  field: string,
): Promise<void> {
  if (services.virusScan === null) return;
  const verdict = await services.virusScan.scan(content);
  if (verdict.is === 'clean') return;
  const { language } = request;
  if (verdict.is === 'away') {
    services.log.error({ bytes: content.length }, 'a file was refused: the virus scanner does not answer');
    refuse(503, 'files-not-checked', {
      errors: [{ field, reason: fieldReason('file-not-checked', language) }],
      headers: { 'retry-after': String(tryAgainSeconds) },
    });
  }
  const { signature } = verdict;
  const door = request.routeOptions.url ?? '';
  services.log.warn({ signature, door }, 'a file was refused: infected');
  const cityCode = services.pack.city.code;
  await inTransaction(services, { cityCode, role: 'program' }, (trx) =>
    insertRefusedFile(trx, cityCode, {
      id: services.newId(),
      at: services.clock.now().toString(),
      door,
      signature,
      sizeBytes: content.length,
      userId: request.actor?.userId ?? null,
    }),
  );
  refuse(422, 'invalid-input', { errors: [{ field, reason: fieldReason('file-infected', language) }] });
}
