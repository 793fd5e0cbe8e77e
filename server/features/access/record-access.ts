import type { OrganisationChange } from '#domain/organisations/changes.ts';
import type { Principal } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { insertAccessEvent } from './record-access.queries.ts';

/** What changed of somebody's ways in. The facts hold no secret, no address and nothing of a device. */
export type AccessChange = {
  readonly type: OrganisationChange;
  /** Whose access it is. */
  readonly userId: string;
  readonly facts?: Readonly<Record<string, string | number>>;
};

export type WhoActs = Pick<Principal, 'userId' | 'postings'>;

/** Appends the event, in the transaction that makes the change; nobody acts where the program itself does. */
export function recordAccess(
  services: Pick<Services, 'clock' | 'newId' | 'pack'>,
  trx: Trx,
  who: WhoActs | null,
  { type, userId, facts = {} }: AccessChange,
): Promise<void> {
  const posting = who?.postings[0];
  return insertAccessEvent(trx, {
    cityCode: services.pack.city.code,
    id: services.newId(),
    type,
    subjectId: userId,
    actorUserId: who?.userId ?? null,
    actorUnitId: posting?.unitId ?? null,
    actorRole: posting?.role ?? 'program',
    at: services.clock.now().toString(),
    data: { userId, ...facts },
  });
}
