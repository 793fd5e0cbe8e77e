import { Readable } from 'node:stream';
import type { RefusedReason } from '#contract/imports/refused-row.ts';
import type { DoubtField } from '#domain/imports/vocabulary.ts';
import { openStream, sealStream } from '#server/adapters/sealed-stream.ts';
import type { Services } from '#server/app/services.ts';
import type { Doubt } from './imported-rows.ts';
import type { LedgerBytes } from './ledger-bytes.ts';

type Keys = Pick<Services, 'keys'>;
export type CountedDoubt = Doubt & { readonly rows: number };
export type Choices = Readonly<Record<DoubtField, Readonly<Record<string, string>>>>;

const key = ({ keys }: Keys): Buffer => keys.purposeKey('import-words');
const seal = (services: Keys, place: string, content: unknown): Buffer =>
  services.keys.seal(key(services), JSON.stringify(content), place);
const opened = <T>(services: Keys, place: string, sealed: Buffer): T =>
  JSON.parse(services.keys.open(key(services), sealed, place).toString('utf8'));

/** What a ledger says stands sealed wherever it is kept: its name, its doubtful words, the reasons of its refused rows. */
export const sealName = (services: Keys, id: string, name: string): Buffer =>
  seal(services, `import/${id}/name`, name);
export const openName = (services: Keys, id: string, sealed: Buffer): string =>
  opened(services, `import/${id}/name`, sealed);

export const sealDoubts = (services: Keys, id: string, doubts: readonly CountedDoubt[]): Buffer =>
  seal(services, `import/${id}/doubts`, doubts);
export const openDoubts = (services: Keys, id: string, sealed: Buffer | null): readonly CountedDoubt[] =>
  sealed === null ? [] : opened(services, `import/${id}/doubts`, sealed);

type Refused = { readonly number: string; readonly reasons: readonly RefusedReason[] };
export const sealRefused = (services: Keys, id: string, row: number, refused: Refused): Buffer =>
  seal(services, `import/${id}/row/${row}`, refused);
export const openRefused = (services: Keys, id: string, row: number, sealed: Buffer): Refused =>
  opened(services, `import/${id}/row/${row}`, sealed);

export const sealChoices = (services: Keys, unitId: string, choices: Choices): Buffer =>
  seal(services, `import-choices/${unitId}`, choices);
export const openChoices = (services: Keys, unitId: string, sealed: Buffer | undefined): Choices =>
  sealed === undefined ? { kind: {}, region: {} } : opened(services, `import-choices/${unitId}`, sealed);

const placeOfFile = (id: string): string => `import-file/${id}`;
const placeOfKey = (id: string): string => `import-key/${id}`;

/** A file under a key of its own, which goes with it. */
export function sealLedger(
  { keys }: Keys,
  id: string,
  unitId: string,
  { read }: LedgerBytes,
): { wrappedKey: Buffer; sealed: Readable } {
  const fileKey = keys.newMatterKey();
  return {
    wrappedKey: keys.wrapMatterKey(fileKey, unitId, placeOfKey(id)),
    sealed: Readable.from(sealStream(keys, fileKey, placeOfFile(id), read()), { objectMode: false }),
  };
}

/** Read again from its start as often as it is wanted; it never lies on the disk unsealed. */
export function openSealedLedger(
  { keys, files }: Pick<Services, 'keys' | 'files'>,
  row: { readonly id: string; readonly unitId: string; readonly sizeBytes: number },
  kept: { readonly wrappedKey: Buffer; readonly address: string },
): LedgerBytes {
  const fileKey = keys.unwrapMatterKey(kept.wrappedKey, row.unitId, placeOfKey(row.id));
  return {
    name: row.id,
    size: Number(row.sizeBytes),
    read: () => openStream(keys, fileKey, placeOfFile(row.id), files.get(kept.address)),
  };
}
