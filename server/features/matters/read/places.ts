import { type Language, words } from '#contract/language/language.ts';
import type { Colleagues, Destinations } from '#contract/matters/places.ts';
import type { Actor } from '#server/app/actor.ts';
import { type Unit, unitName } from '#server/app/directory.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { officeFor } from '../intake/suggest.ts';
import { type PlaceRow, placeOf, settlersAt } from './places.queries.ts';

type Relation = Destinations['units'][number]['relation'];
const order: readonly Relation[] = [
  'suggested',
  'lead-department',
  'own-department',
  'own-centre',
  'upper',
  'lower',
  'across',
];

/**
 * Where a matter may be routed from here: the leading centre's departments first, then the centres above, below,
 * beside. An upper centre that decides chooses among the departments that disagree, and its own.
 */
export async function listDestinations(
  services: Services,
  actor: Actor,
  matterId: string,
  language: Language,
): Promise<Destinations> {
  const place = await inTransaction(services, actor, (trx) => knownPlace(trx, actor, matterId));
  const suggested = officeFor(services, place.leadUnitId, place.kind, language)?.id;
  const units = services.directory
    .all()
    .filter((unit) => unit.isActive)
    .map((unit) => ({
      unit,
      relation: unit.id === suggested ? 'suggested' : relationOf(services, actor, place.leadUnitId, unit),
    }))
    .filter((one): one is { unit: Unit; relation: Relation } => one.relation !== null)
    .sort((one, other) => order.indexOf(one.relation) - order.indexOf(other.relation));
  return {
    units: units.map(({ unit, relation }) => ({
      id: unit.id,
      name: unitName(unit, language),
      kind: unit.kind,
      relation,
      relationLabel: words(language).relations[relation],
    })),
  };
}

/** Who at the holding office can be assigned. */
export async function listColleagues(
  services: Services,
  actor: Actor,
  matterId: string,
  language: Language,
): Promise<Colleagues> {
  const rows = await inTransaction(services, actor, async (trx) => {
    const place = await knownPlace(trx, actor, matterId);
    return settlersAt(trx, actor.cityCode, place.holderUnitId, todayOf(services));
  });
  return { people: rows.map((row) => ({ ...row, roleLabel: words(language).roles[row.role] })) };
}

async function knownPlace(trx: Trx, actor: Actor, matterId: string): Promise<PlaceRow> {
  const place = await placeOf(trx, actor, matterId);
  if (place === undefined) refuse(404, 'not-found');
  return place;
}

/** A department of any other centre is reached through its centre, so it is not offered. */
function relationOf(services: Services, actor: Actor, leadUnitId: string, unit: Unit): Relation | null {
  const centreId = services.directory.centreIdOf(actor.unitId);
  if (unit.kind === 'department') {
    if (unit.parentId === centreId) return 'own-department';
    return unit.parentId === leadUnitId ? 'lead-department' : null;
  }
  if (unit.id === centreId) return 'own-centre';
  if (centreId !== undefined && services.directory.upperCentreId(centreId) === unit.id) return 'upper';
  return services.directory.upperCentreId(unit.id) === centreId ? 'lower' : 'across';
}
