import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { insertMessages, partiesToTell } from './message.queries.ts';

export type SecretToSend = {
  readonly cityCode: string;
  readonly matterId: string;
  readonly partyId: string;
  readonly generation: number;
  readonly unitId: string;
};

/** Everybody is sent their secret once at most, right after they brought the matter. */
const versionOfRegistration = 1;

/** Sends a party their own secret by the way they chose to be told, because they asked for it; without the code. */
export async function sendSecret(services: Services, trx: Trx, asked: SecretToSend): Promise<void> {
  const { cityCode, matterId, partyId, generation, unitId } = asked;
  const party = (await partiesToTell(trx, cityCode, matterId, null)).find(({ id }) => id === partyId);
  if (party === undefined) return;
  const messageId = services.newId();
  const facts = { unitId, dueOn: null, secretGeneration: generation };
  await insertMessages(
    trx,
    {
      cityCode,
      matterId,
      version: versionOfRegistration,
      template: 'secret',
      at: services.clock.now().toString(),
    },
    [{ id: messageId, partyId, way: party.way, language: party.language, facts }],
  );
  await services.jobs.enqueue(trx, { name: 'send-message', payload: { cityCode, matterId, messageId } });
}
