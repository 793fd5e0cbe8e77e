import { sql } from 'kysely';
import { isPermitted, type PermissionName } from '#domain/access/permissions.ts';
import { type ParticipationPart, type Role, roles, type UnitKind } from '#domain/access/vocabulary.ts';
import { transitions } from '#domain/matters/transitions.ts';
import { hire, type Person } from '#server/testing/people.ts';
import type { TestProgram } from '#server/testing/test-program.ts';
import type { KnownMatter } from './matters-of-the-world.fixture.ts';
import { type Place, places } from './places.fixture.ts';
import type { Row } from './route-rows.fixture.ts';

/** Somebody who tries, and what the proof knows of them. */
export type Observer = {
  readonly name: string;
  readonly place: Place | null;
  readonly unit: string | null;
  readonly role: Role | null;
  readonly userId: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Why their posting counts, or does not. */
  readonly state: 'posted' | 'posting-ended' | 'posting-elsewhere' | 'disabled' | 'nobody';
};

const observerOf = (person: Person, name: string, place: Place): Observer => ({
  name,
  place,
  unit: places[place],
  role: person.actor.role,
  userId: person.actor.userId,
  headers: { authorization: `Bearer ${person.token}`, 'hejie-posting': person.actor.postingId },
  state: 'posted',
});

/** Every role at every place, and those whose right has an end. */
export async function hireObservers(program: TestProgram) {
  const people = new Map<string, Person>();
  const observers: Observer[] = [];
  for (const [place, unit] of Object.entries(places) as [Place, string][]) {
    for (const role of roles) {
      const person = await hire(program, unit, role);
      people.set(`${role}@${unit}`, person);
      observers.push(observerOf(person, `${role}@${unit}`, place));
    }
  }
  const unnamed = await hire(program, places.holder, 'handler', 'colleague-not-named');
  observers.push(observerOf(unnamed, 'a colleague of the holder, not named', 'holder'));

  const ended = await hire(program, places.lead, 'dispatcher', 'ended-yesterday');
  await sql`update hejie.posting set until_day = '2026-03-01' where id = ${ended.actor.postingId}::uuid`.execute(
    program.admin.db,
  );
  const disabled = await hire(program, places.lead, 'dispatcher', 'disabled');
  await sql`update sign_in."user" set disabled_at = '2026-03-01T00:00:00Z' where id = ${disabled.actor.userId}::uuid`.execute(
    program.admin.db,
  );
  const elsewhere = await hire(program, places.lead, 'dispatcher', 'of-another-city');
  await moveToAnotherCity(program, elsewhere);
  const nobody = { place: null, unit: null, role: null, userId: null, headers: {} } as const;
  observers.push(
    { ...observerOf(ended, 'posting ended yesterday', 'lead'), state: 'posting-ended' },
    { ...observerOf(disabled, 'account disabled', 'lead'), state: 'disabled' },
    { ...observerOf(elsewhere, 'posting of another city', 'lead'), state: 'posting-elsewhere' },
    { ...nobody, name: 'nobody signed in', state: 'nobody' },
    {
      ...nobody,
      name: 'a token that is none',
      headers: { authorization: 'Bearer hejie_0000000000000000000000000000000000000000000' },
      state: 'nobody',
    },
  );
  const one = (name: string): Person => {
    const found = people.get(name);
    if (found === undefined) throw new Error(`nobody is ${name}`);
    return found;
  };
  return { observers, one };
}

async function moveToAnotherCity(program: TestProgram, { actor }: Person): Promise<void> {
  await program.admin.db.transaction().execute(async (trx) => {
    // There is no other city here for a foreign key to point at.
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`update hejie.posting set city_code = '1501' where id = ${actor.postingId}::uuid`.execute(trx);
  });
}

const kindOf = (unit: string): UnitKind => (unit.includes('/') ? 'department' : 'centre');

/** What the door answers to them: nothing, so that they pass, or why not. */
export function refusedAtDoor(policy: Row['policy'], { state, role, unit }: Observer): 401 | 403 | null {
  if (policy === 'none' || policy === 'public') return null;
  if (state === 'nobody' || state === 'disabled') return 401;
  if (policy === 'signed-in') return null;
  if (state !== 'posted' || role === null || unit === null) return 403;
  return isPermitted(policy, { role, unitKind: kindOf(unit) }) ? null : 403;
}

/** With which parts they take part in a matter, by how it was made; none for whoever has none. */
export function partsOf(observer: Observer, matter: KnownMatter): readonly ParticipationPart[] {
  const { state, unit, name } = observer;
  if (state !== 'posted' || unit === null) return [];
  if (matter.readers !== null && !matter.readers.includes(name)) return [];
  return (matter.parts[unit] ?? []).filter((part) => part !== 'origin');
}

/** Whether some row of the table of transitions gives them this step at all; its conditions aside. */
export function mayStep(observer: Observer, matter: KnownMatter, action: string): boolean {
  const parts = partsOf(observer, matter);
  return transitions.some(
    (one) =>
      one.action === action &&
      one.from.some((status) => status === matter.status) &&
      one.part.some((part) => parts.includes(part)) &&
      one.roles.some((role) => role === observer.role),
  );
}

/** Whether they look after the region in which the matter lies: its supervisors and leaders, at its centre or above. */
export function oversees({ state, role, unit }: Observer, matter: KnownMatter): boolean {
  const door: PermissionName = 'oversee-region';
  if (state !== 'posted' || role === null || unit === null) return false;
  if (!isPermitted(door, { role, unitKind: kindOf(unit) })) return false;
  return matter.region.startsWith(unit);
}
