import type { Language } from '#contract/language/language.ts';
import type { RegisterMatterAnswer } from '#contract/matters/register-matter.ts';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { presentReceipt } from '../present/receipt.presenter.ts';
import { readMatter, readReceipt } from '../read/read-matter.ts';
import { registeredByParty, registrationDone } from './repeat-registration.queries.ts';

/** The same registration once more: presents what the first one made; another body under the same key is refused. */
export async function repeatRegistration(
  services: Services,
  actor: Actor,
  key: string,
  bodyHash: Buffer,
  language: Language,
): Promise<RegisterMatterAnswer> {
  const done = await registrationDone(services, actor, key);
  if (done === undefined || !done.bodyHash.equals(bodyHash)) refuse(422, 'key-reused');
  return {
    matter: await readMatter(services, actor, done.matterId, language, 'register'),
    receipt: await readReceipt(services, actor, done.matterId, language),
  };
}

/** The same from outside: the receipt again, with the same secret, which is computed and never kept. */
export async function repeatReceipt(
  services: Services,
  party: PartyActor,
  key: string,
  bodyHash: Buffer,
  language: Language,
): Promise<RegisterMatterAnswer['receipt']> {
  const done = await registrationDone(services, party, key);
  if (done === undefined || !done.bodyHash.equals(bodyHash)) refuse(422, 'key-reused');
  const matter = await registeredByParty(services, party, done.matterId);
  if (matter === undefined) refuse(404, 'not-found');
  return presentReceipt(services, language, { ...matter, registeredAt: matter.registeredAt.toISOString() });
}
