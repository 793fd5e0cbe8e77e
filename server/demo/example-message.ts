import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { exampleMatterId, exampleMessageId } from '#server/features/matters/public.ts';
import { tellParties } from '#server/features/messages/public.ts';
import { jobsAtOnce } from '#server/jobs/jobs-at-once.ts';
import { demoActor } from './accounts.ts';
import { qingshan } from './casts.ts';

/** The message of the API's example: to a number that refuses it, so that it can be sent once more as often as one likes. */
export async function makeExampleMessage(services: Services): Promise<void> {
  const jobs = jobsAtOnce();
  const made: Services = { ...services, jobs: jobs.door, newId: () => exampleMessageId };
  const clerk = demoActor(services, qingshan.clerks[0] ?? '');
  await inTransaction(made, clerk, (trx) =>
    tellParties(made, trx, {
      cityCode: clerk.cityCode,
      matterId: exampleMatterId('read'),
      version: 1,
      template: 'word-for-you',
      to: { seats: ['applicant'] },
      unitId: clerk.unitId,
      step: null,
    }),
  );
  await jobs.settle(made);
}
