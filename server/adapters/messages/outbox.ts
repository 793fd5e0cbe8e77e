import { maskAddress } from '#domain/messages/address.ts';
import type { MessageWay } from '#domain/messages/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { delivered, type Gateway } from './gateway.ts';
import { insertIntoOutbox } from './outbox.queries.ts';

/** Nobody has this number; the demo's gateway refuses it, so that a message that failed can be seen too. */
export const refusedDemoNumber = '19900000404';

/** The demo's gateway: what would go out is kept to be looked at, its address masked. */
export function createOutbox(services: Pick<Services, 'db' | 'clock'>, way: MessageWay): Gateway {
  return {
    async send({ id, cityCode, to, subject, text }) {
      if (to === refusedDemoNumber) return { ok: false, fault: 'address-refused', isFinal: true };
      const at = services.clock.now().toString();
      const row = {
        id,
        way,
        maskedAddress: maskAddress(to),
        subject: way === 'mail' ? subject : null,
        text,
        at,
      };
      await inTransaction(services, { cityCode, role: 'program' }, (trx) =>
        insertIntoOutbox(trx, cityCode, row),
      );
      return delivered;
    },
  };
}
