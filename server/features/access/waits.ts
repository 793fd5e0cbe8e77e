import { createHmac } from 'node:crypto';
import { type WaitRule, waitAfter } from '#domain/access/growing-wait.ts';
import { addressRule, demoAddressRule, demoNameRule, nameRule } from '#domain/access/sign-in-waits.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { findUserIdByName } from './account.queries.ts';
import { recordAccess } from './record-access.ts';
import {
  clearOldWaits,
  deleteWaits,
  easeWait,
  findWaits,
  lockWaits,
  type Wait,
  writeWait,
} from './waits.queries.ts';

/** What a try is counted under: a user name (there be such an account or not), somebody's codes, an address. */
export type Tried =
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'codes'; readonly value: string }
  | { readonly kind: 'address'; readonly value: string };

/**
 * Counts a try before it is looked at, so that many at once are not one; whoever has to wait is refused without a look,
 * by the same words whether there is such a name or not.
 */
export async function beginTry(services: Services, tried: readonly Tried[]): Promise<void> {
  const now = services.clock.now();
  const nowMs = now.epochMilliseconds;
  const byKey = new Map(tried.map((each) => [keyOf(services, each).toString('hex'), each]));
  const seconds = await inTransaction(services, asProgram(services), async (trx) => {
    const keys = [...byKey.keys()].map((hex) => Buffer.from(hex, 'hex'));
    await clearOldWaits(trx, now.subtract({ hours: 24 }).toString());
    const waits = (await lockWaits(trx, keys, now.toString())).map((wait) => countedFrom(nowMs, wait));
    const longest = Math.max(...waits.map(({ until }) => until.getTime() - nowMs));
    if (longest > 0) {
      for (const wait of waits.filter(({ lastAt }) => lastAt.getTime() === nowMs)) await writeWait(trx, wait);
      return Math.ceil(longest / 1000);
    }
    for (const wait of waits) {
      const each = byKey.get(wait.key.toString('hex'));
      if (each === undefined) continue;
      const rule = ruleOf(services, each);
      const isForgotten = nowMs - wait.lastAt.getTime() > rule.forgottenAfterSeconds * 1000;
      const tries = (isForgotten ? 0 : wait.tries) + 1;
      const until = new Date(nowMs + waitAfter(tries, rule) * 1000);
      await writeWait(trx, { key: wait.key, tries, lastAt: new Date(nowMs), until });
      if (tries === rule.freeTries) await recordLock(services, trx, each);
    }
    return 0;
  });
  if (seconds > 0)
    refuse(429, 'too-many-requests', { params: { seconds }, headers: { 'retry-after': String(seconds) } });
}

/** Where the clock ran ahead and was set back, a wait begins now: nobody waits until the time that it had shown. */
function countedFrom(nowMs: number, wait: Wait): Wait {
  const { lastAt, until } = wait;
  if (lastAt.getTime() <= nowMs) return wait;
  return { ...wait, lastAt: new Date(nowMs), until: new Date(nowMs + until.getTime() - lastAt.getTime()) };
}

/** Who got in need not wait for what they, or somebody in their name, had mistyped before. */
export function forgive(services: Services, tried: readonly Tried[]): Promise<boolean> {
  const now = services.clock.now().toString();
  return inTransaction(services, asProgram(services), async (trx) => {
    for (const each of tried.filter(({ kind }) => kind === 'address'))
      await easeWait(trx, keyOf(services, each));
    const rest = tried.filter(({ kind }) => kind !== 'address').map((each) => keyOf(services, each));
    return deleteWaits(trx, rest, now);
  });
}

/** Lifts what keeps an account waiting, in the transaction that records it. */
export function liftWaits(services: Services, trx: Trx, account: LockedAccount): Promise<boolean> {
  const keys = triedOf(account).map((each) => keyOf(services, each));
  return deleteWaits(trx, keys, services.clock.now().toString());
}

type LockedAccount = { readonly id: string; readonly username: string };

/** Until when each of these accounts has to wait, where one does. */
export async function lockedUntil(
  services: Services,
  trx: Trx,
  accounts: readonly LockedAccount[],
): Promise<Map<string, Date>> {
  const owners = new Map(
    accounts.flatMap((account) =>
      triedOf(account).map((each) => [keyOf(services, each).toString('hex'), account.id] as const),
    ),
  );
  const keys = [...owners.keys()].map((hex) => Buffer.from(hex, 'hex'));
  const found = new Map<string, Date>();
  for (const { key, until } of await findWaits(trx, keys, services.clock.now().toString())) {
    const id = owners.get(key.toString('hex')) ?? '';
    const known = found.get(id);
    if (known === undefined || known < until) found.set(id, until);
  }
  return found;
}

function triedOf({ id, username }: LockedAccount): Tried[] {
  return [
    { kind: 'name', value: username },
    { kind: 'codes', value: id },
  ];
}

/** The account that was locked, if there is one, is told of in the record of the organisation. */
async function recordLock(services: Services, trx: Trx, { kind, value }: Tried): Promise<void> {
  if (kind === 'address') return;
  const userId = kind === 'codes' ? value : await findUserIdByName(trx, value);
  if (userId === undefined) return;
  await recordAccess(services, trx, null, { type: 'account-locked', userId });
}

function ruleOf({ config }: Services, { kind }: Tried): WaitRule {
  const isDemo = config.mode === 'demo';
  if (kind === 'address') return isDemo ? demoAddressRule : addressRule;
  return kind === 'name' && isDemo ? demoNameRule : nameRule;
}

function keyOf({ keys }: Services, { kind, value }: Tried): Buffer {
  const secret = keys.purposeKey('sign-in-waits');
  return createHmac('sha256', secret).update(`${kind}\n${value.toLowerCase()}`).digest();
}

const asProgram = ({ pack }: Services) => ({ cityCode: pack.city.code, role: 'program' }) as const;
