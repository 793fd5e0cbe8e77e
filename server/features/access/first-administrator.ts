import { randomBytes } from 'node:crypto';
import type { MakeFirstAdministrator } from '#contract/access/first-administrator.ts';
import { refuse, refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type ProgramContext } from '#server/database/transaction.ts';
import { hasAccounts } from './account.queries.ts';
import { createAccount } from './accounts.ts';
import { findCityCentre, insertFirstPosting, replaceLink, useLink } from './first-administrator.queries.ts';
import { hashOf } from './principal.ts';

const validForHours = 24;

/**
 * At the start of a production without any account: the one-time link that makes the first security administrator,
 * who may make the others. The token stands in the fragment, which no server, proxy or log sees.
 */
export async function makeFirstAdministratorLink(services: Services, origin: string): Promise<string | null> {
  if (await hasAccounts(services.db)) return null;
  const token = randomBytes(32).toString('base64url');
  const now = services.clock.now();
  const expiresAt = now.add({ hours: validForHours });
  const link = { id: services.newId(), hash: hashOf(token), now, expiresAt };
  await inTransaction(services, asProgram(services), (trx) => replaceLink(trx, link));
  return `${origin}/first-administrator#token=${token}`;
}

/** Works once: link, account and posting come about together or not at all. */
export async function makeFirstAdministrator(
  services: Services,
  order: MakeFirstAdministrator,
): Promise<void> {
  const now = services.clock.now();
  const cityCode = services.pack.city.code;
  await inTransaction(services, asProgram(services), async (trx) => {
    const isGood = (await useLink(trx, hashOf(order.token), now)) && !(await hasAccounts(trx));
    if (!isGood) refuse(422, 'link-used-or-expired', { field: 'token' });
    const made = await createAccount(services, order, trx);
    if ('refusal' in made) return refuseWith(made.refusal);
    await insertFirstPosting(trx, cityCode, {
      id: services.newId(),
      eventId: services.newId(),
      userId: made.userId,
      unitId: await findCityCentre(trx, cityCode),
      day: now.toZonedDateTimeISO(services.pack.city.zone).toPlainDate().toString(),
      now,
    });
  });
}

function asProgram({ pack }: Services): ProgramContext {
  return { cityCode: pack.city.code, role: 'program' };
}
