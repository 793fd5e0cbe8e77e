import type { ChangeView } from '#contract/audit/changes.ts';
import { type Language, words } from '#contract/language/language.ts';
import type { Services } from '#server/app/services.ts';
import type { ChangeRow, PersonRow } from './list-changes.queries.ts';
import { presentUnit } from './unit-name.ts';

/** The facts of a change that name a person. */
const personFacts = ['userId', 'deputyUserId', 'successorUserId'] as const;

/** Everybody whom a page of changes names. */
export function peopleIn(rows: readonly ChangeRow[]): string[] {
  const named = rows.flatMap(({ actorUserId, data }) => [
    actorUserId,
    ...personFacts.map((fact) => data[fact]),
  ]);
  return [...new Set(named.filter((id) => typeof id === 'string'))];
}

export function presentChange(
  services: Services,
  row: ChangeRow,
  people: ReadonlyMap<string, PersonRow>,
  language: Language,
): ChangeView {
  const { organisationChanges, roles, events } = words(language);
  return {
    id: row.id,
    at: row.at,
    type: row.type,
    typeLabel: organisationChanges[row.type] ?? row.type,
    actor: (row.actorUserId !== null && people.get(row.actorUserId)) || null,
    unit: row.actorUnitId === null ? null : presentUnit(services, row.actorUnitId, language),
    roleLabel: roles[row.actorRole as keyof typeof roles] ?? events.system,
    facts: factsOf(services, row, people, language),
  };
}

function factsOf(
  services: Services,
  { data }: ChangeRow,
  people: ReadonlyMap<string, PersonRow>,
  language: Language,
): ChangeView['facts'] {
  const { changeFacts, roles, presences } = words(language);
  const worded = (key: string, value: string): string => {
    if (personFacts.some((fact) => fact === key)) {
      const person = people.get(value);
      return person === undefined ? value : `${person.name} (${person.username})`;
    }
    if (key === 'unitId') return presentUnit(services, value, language).name || value;
    if (key === 'role') return roles[value as keyof typeof roles] ?? value;
    if (key === 'presence') return presences[value as keyof typeof presences] ?? value;
    return value;
  };
  return Object.entries(changeFacts).flatMap(([key, label]) => {
    const value = data[key];
    if (value === undefined || value === null || value === '' || value === 0) return [];
    return [{ label, value: worded(key, String(value)) }];
  });
}
