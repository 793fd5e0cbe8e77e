import { identifiedPair, type ToldParty } from '#domain/matters/registration.ts';
import { isOpen } from '#domain/matters/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { MatterRecord } from '../matter-record.ts';
import { lookUpHashes, type MatterSeal, type SealedParty } from '../sealing.ts';
import { partiesOf, rehashParties } from './change-matter.queries.ts';

/** Look-up hashes stand under the leading centre's key and of open matters only; so does the hash of the pair. */
export async function moveLookUp(
  services: Services,
  trx: Trx,
  cityCode: string,
  after: MatterRecord,
  seal: MatterSeal,
): Promise<Buffer | null> {
  const rows = await partiesOf(trx, cityCode, after.id);
  const told = rows.map((row) => ({
    id: row.id,
    seat: row.seat as ToldParty['seat'],
    kind: 'person' as const,
    ...(row.sealed === null ? {} : seal.open<SealedParty>('party', row.id, row.sealed)),
  }));
  const isLookedUp = isOpen(after.status);
  await rehashParties(
    trx,
    cityCode,
    after.id,
    after.leadUnitId,
    told.map((party) => ({
      id: party.id,
      ...lookUpHashes(services.keys, after.leadUnitId, isLookedUp ? party : {}),
    })),
  );
  const pair = isLookedUp ? identifiedPair(told) : null;
  return pair === null ? null : services.keys.pairHash(cityCode, ...pair);
}
