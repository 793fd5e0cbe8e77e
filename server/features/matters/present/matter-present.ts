import { type Language, words } from '#contract/language/language.ts';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { participationsIn } from '#domain/access/participation.ts';
import { allowedActions } from '#domain/matters/take-step.ts';
import type { Actor } from '#server/app/actor.ts';
import { unitName } from '#server/app/directory.ts';
import type { Services } from '#server/app/services.ts';
import { type ClockRow, ownClocks } from '../clocks/clock-row.ts';
import type { MatterRecord } from '../matter-record.ts';
import { surroundingsOf } from '../steps/surroundings.ts';
import { type ClockReader, presentClock } from './clock.presenter.ts';

type Present = Pick<
  MatterRecord,
  'id' | 'code' | 'version' | 'status' | 'leadUnitId' | 'holderUnitId' | 'dueOn'
>;
/** A matter as somebody who takes part in it knows it; others know only where it is. */
type Known = MatterRecord & { readonly hasOtherCaller: boolean };

/** Where a matter stands, and what this actor may do next: in every answer about a matter. */
export function presentMatter(
  services: Services,
  actor: Actor,
  matter: Present | Known,
  language: Language,
  clocks: readonly ClockRow[] = [],
): MatterPresent {
  const known = 'hasOtherCaller' in matter && takesPart(matter, actor.unitId) ? matter : null;
  return {
    id: matter.id,
    code: matter.code,
    version: matter.version,
    status: matter.status,
    statusLabel: words(language).statuses[matter.status],
    allowedActions: known === null ? [] : presentActions(services, actor, known, language),
    clocks:
      known === null
        ? []
        : ownClocks(clocks).map((clock) => presentClock(readerOf(services, actor, known, language), clock)),
    lead: presentUnit(services, matter.leadUnitId, language),
    holder: presentUnit(services, matter.holderUnitId, language),
    dueOn: matter.dueOn,
  };
}

/** Whoever looks at a matter's clocks. */
export function readerOf(
  services: Services,
  actor: Actor,
  { runs }: Pick<MatterRecord, 'runs'>,
  language: Language,
): ClockReader {
  return { services, language, runs, userId: actor.userId };
}

function takesPart(matter: MatterRecord, unitId: string): boolean {
  return participationsIn(matter).some((one) => one.unitId === unitId);
}

function presentActions(
  services: Services,
  actor: Actor,
  matter: Known,
  language: Language,
): MatterPresent['allowedActions'] {
  return allowedActions(matter, actor, surroundingsOf(services, matter)).map((action) => ({
    action,
    label: words(language).actions[action],
    href: `/api/v1/matters/${matter.id}/actions/${action}`,
  }));
}

export function presentUnit(services: Services, unitId: string, language: Language): MatterPresent['lead'] {
  const unit = services.directory.unit(unitId);
  return {
    id: unitId,
    name: unit === undefined ? '—' : unitName(unit, language),
    kind: unit?.kind ?? 'centre',
  };
}
