import { Temporal } from 'temporal-polyfill';
import type { UnusualAnswer, UnusualFactView, UnusualQuery } from '#contract/audit/unusual.ts';
import { fill, type Language, words } from '#contract/language/language.ts';
import type { Role } from '#domain/access/vocabulary.ts';
import {
  daysOff,
  oddHours,
  openedContents,
  shownFrom,
  type UnusualFact,
  unusualIn,
} from '#domain/audit/unusual-openings.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { type PersonRow, peopleByIds } from './list-changes.queries.ts';
import { auditedCodes } from './list-openings.queries.ts';
import { logOpening } from './log-opening.ts';
import { instantsOf } from './period.ts';
import { presentUnit } from './unit-name.ts';
import { dayTallies, placeTallies, sealedTallies } from './unusual.queries.ts';

const daysAtMost = 31;
const rowsAtMost = 500;

/** Unusual openings of a time, as facts without a score; that somebody looked is itself on record. */
export async function listUnusual(
  services: Services,
  actor: Actor,
  query: UnusualQuery,
  language: Language,
): Promise<UnusualAnswer> {
  const { fromDay, untilDay } = daysOf(services, query);
  const { fromAt, beforeAt } = instantsOf(services, { fromDay, untilDay });
  if (fromAt === null || beforeAt === null) throw new Error('a time without an end');
  const span = { zone: services.pack.city.zone, fromAt, beforeAt };
  return inTransaction(services, actor, async (trx) => {
    const { cityCode } = actor;
    await logOpening(services, trx, actor, { what: 'audit-unusual', data: { fromDay, untilDay } });
    const asked = {
      ...span,
      daysOff: daysOff(services.calendar, fromDay, untilDay),
      oddHours,
      whats: openedContents,
      leastOdd: shownFrom['odd-hours'],
      leastLookUps: shownFrom['many-look-ups'],
    };
    const days = await dayTallies(trx, cityCode, asked, rowsAtMost);
    const sealed = await sealedTallies(trx, cityCode, span, openedContents, rowsAtMost);
    const least = shownFrom['one-place'];
    const places = await placeTallies(trx, cityCode, span, openedContents, least, rowsAtMost);
    const facts = unusualIn(days, sealed, places);
    const page = facts.slice(0, rowsAtMost);
    const people = await peopleByIds(trx, [...new Set(page.map(({ userId }) => userId))]);
    const codes = await auditedCodes(trx, cityCode, [
      ...new Set(page.flatMap(({ matterId }) => matterId ?? [])),
    ]);
    return {
      fromDay,
      untilDay,
      facts: page.map((fact) => presentFact(services, fact, { people, codes }, language)),
      isCapped:
        facts.length > rowsAtMost || [days, sealed, places].some((rows) => rows.length === rowsAtMost),
    };
  });
}

function daysOf(services: Services, query: UnusualQuery): { fromDay: string; untilDay: string } {
  const untilDay = query.untilDay ?? todayOf(services);
  const last = Temporal.PlainDate.from(untilDay);
  const fromDay = query.fromDay ?? last.subtract({ days: 6 }).toString();
  const days = Temporal.PlainDate.from(fromDay).until(last, { largestUnit: 'days' }).days + 1;
  if (days > daysAtMost) refuse(422, 'period-too-long', { field: 'fromDay', params: { days: daysAtMost } });
  return { fromDay, untilDay };
}

type Known = {
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly codes: ReadonlyMap<string, string>;
};

function presentFact(
  services: Services,
  fact: UnusualFact,
  { people, codes }: Known,
  language: Language,
): UnusualFactView {
  const pack = words(language);
  const region = services.pack.regions.get(fact.regionCode ?? '');
  return {
    rule: fact.rule,
    ruleLabel: pack.unusualRules[fact.rule],
    person: people.get(fact.userId) ?? { id: fact.userId, name: '', username: '' },
    unit: presentUnit(services, fact.unitId, language),
    roleLabel: pack.roles[fact.role as Role] ?? fact.role,
    fromDay: fact.fromDay,
    untilDay: fact.untilDay,
    fact: fill(pack.unusualFacts[fact.rule], {
      count: fact.count,
      from: fact.shownFrom,
      odd: fill(pack.oddHoursInWords.nightAndDaysOff, { from: oddHours.from, until: oddHours.until }),
      place: region === undefined ? '' : language === 'zh' ? region.name : region.nameEn,
    }),
    because: pack.unusualReasons[fact.rule],
    matterCode: fact.matterId === null ? null : (codes.get(fact.matterId) ?? null),
    region: fact.regionCode,
  };
}
