import type { Actor, PartyActor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
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
};

/** The one place where a change goes out: to the parties, and to colleagues. In the change's own transaction. */
export async function tell(_services: Services, _trx: Trx, _written: Written): Promise<void> {}
