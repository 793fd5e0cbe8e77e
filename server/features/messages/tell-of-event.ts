import { stepOf } from '#domain/matters/transitions.ts';
import type { Status } from '#domain/matters/vocabulary.ts';
import { messageOf } from '#domain/messages/message-rules.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { tellParties } from './tell-parties.ts';

type EventWritten = {
  readonly cityCode: string;
  readonly event: string;
  readonly matter: {
    readonly id: string;
    readonly version: number;
    readonly status: Status;
    readonly holderUnitId: string;
    readonly isHistory: boolean;
  };
};

/** Tells the parties of an event what the table of message rules says. */
export async function tellOfEvent(
  services: Services,
  trx: Trx,
  { cityCode, event, matter }: EventWritten,
): Promise<void> {
  const message = messageOf(event, matter.status);
  if (message === null || matter.isHistory) return;
  await tellParties(services, trx, {
    cityCode,
    matterId: matter.id,
    version: matter.version,
    template: message.template,
    to: { seats: message.seats },
    unitId: matter.holderUnitId,
    step: stepOf(matter.status),
  });
}
