import { Temporal } from 'temporal-polyfill';
import type { Role } from '#domain/access/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import { demoUserId, knownId, unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { createAccount } from '#server/features/access/public.ts';
import { insertPostings } from './accounts.queries.ts';

/** Public, and simple to type; demo mode lets only this machine in. */
export const demoPassword = 'hejie-demo-2026';

/** Somebody of the invented city: where they are posted, as `unit code role`; the first is what they act as. */
export type DemoPerson = {
  readonly username: string;
  readonly name: string;
  readonly postings: readonly DemoPosting[];
};
export type DemoPosting = readonly [unitCode: string, role: Role];

export const demoPeople: readonly DemoPerson[] = [
  { username: 'clerk-qingshan', name: '刘芳', postings: [['150204', 'clerk']] },
  { username: 'clerk2-qingshan', name: '王欣', postings: [['150204', 'clerk']] },
  { username: 'dispatcher-qingshan', name: '陈志远', postings: [['150204', 'dispatcher']] },
  { username: 'mediator-qingshan', name: '赵慧兰', postings: [['150204', 'mediator']] },
  { username: 'handler-qingshan-housing', name: '张伟', postings: [['150204/housing', 'handler']] },
  { username: 'mediator-qingshan-housing', name: '周敏', postings: [['150204/housing', 'mediator']] },
  { username: 'handler-qingshan-labour', name: '孙海涛', postings: [['150204/labour', 'handler']] },
  { username: 'handler-qingshan-justice', name: '田雨', postings: [['150204/justice', 'handler']] },
  { username: 'supervisor-qingshan', name: '何静', postings: [['150204', 'supervisor']] },
  { username: 'leader-qingshan', name: '马国栋', postings: [['150204', 'leader']] },
  { username: 'clerk-xianfengdao', name: '袁媛', postings: [['150204001', 'clerk']] },
  { username: 'dispatcher-xianfengdao', name: '董建军', postings: [['150204001', 'dispatcher']] },
  { username: 'mediator-xianfengdao', name: '乌兰', postings: [['150204001', 'mediator']] },
  { username: 'clerk-kundulun', name: '吴丹', postings: [['150203', 'clerk']] },
  { username: 'dispatcher-kundulun', name: '郑凯', postings: [['150203', 'dispatcher']] },
  { username: 'mediator-kundulun', name: '冯春燕', postings: [['150203', 'mediator']] },
  {
    username: 'handler-kundulun',
    name: '高翔',
    postings: [
      ['150203/housing', 'handler'],
      ['150203/market-regulation', 'handler'],
    ],
  },
  { username: 'supervisor-kundulun', name: '蒋立', postings: [['150203', 'supervisor']] },
  {
    // All there is at a small centre: whoever handles cannot call back, so the upper centre does.
    username: 'clerk-buerhantu',
    name: '那仁',
    postings: [
      ['150203102', 'clerk'],
      ['150203102', 'dispatcher'],
      ['150203102', 'handler'],
    ],
  },
  { username: 'clerk-baotou', name: '苏雅', postings: [['1502', 'clerk']] },
  { username: 'dispatcher-baotou', name: '韩冰', postings: [['1502', 'dispatcher']] },
  { username: 'mediator-baotou', name: '尹秀英', postings: [['1502', 'mediator']] },
  { username: 'handler-baotou-labour', name: '魏东', postings: [['1502/labour', 'handler']] },
  { username: 'supervisor-baotou', name: '罗文', postings: [['1502', 'supervisor']] },
  { username: 'leader-baotou', name: '郭强', postings: [['1502', 'leader']] },
  { username: 'auditor', name: '沈明', postings: [['1502', 'auditor']] },
  { username: 'system-admin', name: '秦朗', postings: [['1502', 'system-admin']] },
  { username: 'security-admin', name: '安宁', postings: [['1502', 'security-admin']] },
];

const atOnce = 4;

/** Makes the accounts and their postings, as far as they are missing. */
export async function makeAccounts(services: Services): Promise<void> {
  // A few at a time: all these passwords and as many new connections at once keep a small, busy machine too long.
  for (let first = 0; first < demoPeople.length; first += atOnce) {
    const made = demoPeople
      .slice(first, first + atOnce)
      .map(({ username, name }) =>
        createAccount(services, { userId: demoUserId(username), username, password: demoPassword, name }),
      );
    for (const result of await Promise.all(made)) {
      if ('refusal' in result && result.refusal.code !== 'account-name-taken')
        throw new Error(result.refusal.code);
    }
  }
  const cityCode = services.pack.city.code;
  const today = Temporal.PlainDate.from(todayOf(services));
  const postings = demoPeople.flatMap(({ username, postings: held }) =>
    held.map((posting, index) => ({
      id: postingId(username, posting),
      userId: demoUserId(username),
      unitId: unitIdOf(cityCode, posting[0]),
      role: posting[1],
      // Before the oldest of the demo's matters, and of those that `seed` adds; the one held the longest is the one that a
      // person acts as.
      fromDay: today.subtract({ months: index === 0 ? 24 : 23 }).toString(),
    })),
  );
  await inTransaction(services, { cityCode, role: 'program' }, (trx) =>
    insertPostings(trx, cityCode, postings),
  );
}

/** Under which of their postings somebody acts: their first one unless told. */
export type ActingAs = { readonly unit?: string; readonly role?: Role };

export function demoActor(services: Services, username: string, as: ActingAs = {}): Actor {
  return actorOf(services.pack.city.code, demoPeople, username, as);
}

/** One of these people, at work under one of their postings. */
export function actorOf(
  cityCode: string,
  people: readonly DemoPerson[],
  username: string,
  as: ActingAs,
): Actor {
  const person = people.find((one) => one.username === username);
  const posting = person?.postings.find(
    ([unit, role]) => unit === (as.unit ?? unit) && role === (as.role ?? role),
  );
  if (!person || !posting) throw new Error(`the demo has no ${username} ${JSON.stringify(as)}`);
  const [unitCode] = posting;
  const [regionCode = '', department] = unitCode.split('/');
  return {
    cityCode,
    userId: demoUserId(username),
    name: person.name,
    postingId: postingId(username, posting),
    unitId: unitIdOf(cityCode, unitCode),
    role: posting[1],
    regionCode,
    unitKind: department === undefined ? 'centre' : 'department',
  };
}

export function postingId(username: string, [unitCode, role]: DemoPosting): string {
  return knownId(`demo-posting/${username}/${unitCode}/${role}`);
}
