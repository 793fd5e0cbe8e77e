import type { Role } from '#domain/access/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import { issueToken } from '#server/features/access/public.ts';
import { insertPerson } from '#server/testing/people.queries.ts';

/** Who works in the bench: each role once, at one county centre and one of its departments. */
const posts = {
  clerk: '150204',
  dispatcher: '150204',
  supervisor: '150204',
  handler: '150204/housing',
} as const satisfies Partial<Record<Role, string>>;

/** `tokens`: as many as a bench needs that plays more people than one. */
export type Worker = { readonly actor: Actor; readonly token: string; readonly tokens: readonly string[] };

const tokensOfEach = 12;
export type Staff = Readonly<Record<keyof typeof posts, Worker>>;

export async function hireStaff(services: Services): Promise<Staff> {
  const hired: [string, Worker][] = [];
  for (const role of Object.keys(posts) as (keyof typeof posts)[]) {
    hired.push([role, await hire(services, role, posts[role])]);
  }
  return Object.fromEntries(hired) as Staff;
}

async function hire(services: Services, role: Role, unitCode: string): Promise<Worker> {
  const { newId, pack, clock, directory, db } = services;
  const cityCode = pack.city.code;
  const unit = directory.unit(unitIdOf(cityCode, unitCode));
  if (unit === undefined) throw new Error(`the city has no unit ${unitCode}`);
  const name = `bench-${role}`;
  const person = { cityCode, userId: newId(), postingId: newId(), name, unitId: unit.id, role };
  await insertPerson(db, { ...person, username: name, now: clock.now().toString() });
  const tokens = await Promise.all(
    Array.from({ length: tokensOfEach }, () =>
      issueToken(services, { userId: person.userId, label: 'bench' }),
    ),
  );
  return {
    token: tokens[0] ?? '',
    tokens,
    actor: { ...person, regionCode: unit.regionCode, unitKind: unit.kind },
  };
}
