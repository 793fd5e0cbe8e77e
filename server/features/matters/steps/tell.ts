import type { RaisedLevel } from '#domain/notices/notice-rules.ts';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { tellOfEvent } from '#server/features/messages/public.ts';
import { tellColleagues } from '#server/features/notices/public.ts';
import type { MatterRecord } from '../matter-record.ts';

/** What has just been written, for those who must hear of it. */
export type Written = {
  readonly doer: Actor | PartyActor;
  /** Null for a registration. */
  readonly before: MatterRecord | null;
  readonly after: MatterRecord;
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
  /** The colour, where it is a graver one now. */
  readonly raised: RaisedLevel | null;
  /** Whether any of the parties chose to be told of what happens. */
  readonly isAnybodyTold: boolean;
};

/** The one place where a change goes out: to the parties, and to colleagues. In the change's own transaction. */
export async function tell(
  services: Services,
  trx: Trx,
  { doer, before, after, event, raised, isAnybodyTold }: Written,
): Promise<void> {
  if (isAnybodyTold)
    await tellOfEvent(services, trx, { cityCode: doer.cityCode, event: event.type, matter: after });
  await tellColleagues(services, trx, {
    cityCode: doer.cityCode,
    matterId: after.id,
    version: after.version,
    type: event.type,
    data: event.data,
    before,
    after,
    doer: doer.role === 'party' ? null : doer,
    raised,
  });
}
