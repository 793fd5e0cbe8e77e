import type { Role } from '#domain/access/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import { issueToken, setPassword } from '#server/features/access/public.ts';
import { insertPassword } from '#server/testing/getting-in.queries.ts';
import { insertPerson } from '#server/testing/people.queries.ts';

/** Who works at a centre of the bench: each role once, the handler at its department for housing. */
const crew = ['clerk', 'dispatcher', 'supervisor', 'handler'] as const satisfies readonly Role[];

/** `tokens`: as many as a bench needs that plays more people than one. */
export type Worker = {
  readonly actor: Actor;
  readonly token: string;
  readonly tokens: readonly string[];
  /** For a browser. */
  readonly username: string;
  readonly password: string;
};

const tokensOfEach = 12;
const password = 'lemon tree by the lake';
export type Staff = Readonly<Record<(typeof crew)[number], Worker>>;

export async function hireStaff(services: Services, centre = '150204'): Promise<Staff> {
  const hired: [string, Worker][] = [];
  for (const role of crew) {
    const unit = role === 'handler' ? `${centre}/housing` : centre;
    hired.push([role, await hire(services, role, unit, `bench-${role}-${centre}`)]);
  }
  return Object.fromEntries(hired) as Staff;
}

async function hire(services: Services, role: Role, unitCode: string, name: string): Promise<Worker> {
  const { newId, pack, clock, directory, db } = services;
  const cityCode = pack.city.code;
  const unit = directory.unit(unitIdOf(cityCode, unitCode));
  if (unit === undefined) throw new Error(`the city has no unit ${unitCode}`);
  const person = { cityCode, userId: newId(), postingId: newId(), name, unitId: unit.id, role };
  await insertPerson(db, { ...person, username: name, now: clock.now().toString() });
  await insertPassword(db, person.userId, newId());
  const { refusal } = await setPassword(services, person.userId, password);
  if (refusal) throw new Error(refusal.code);
  const tokens = await Promise.all(
    Array.from({ length: tokensOfEach }, () =>
      issueToken(services, { userId: person.userId, label: 'bench' }),
    ),
  );
  return {
    token: tokens[0] ?? '',
    tokens,
    username: name,
    password,
    actor: { ...person, regionCode: unit.regionCode, unitKind: unit.kind },
  };
}
