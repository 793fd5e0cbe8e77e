import { fill, type Language, words } from '#contract/language/language.ts';
import type { EventView } from '#contract/matters/matter.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import type { Remedy, Seat } from '#domain/matters/vocabulary.ts';
import { partsOfCode } from '#domain/roadmap/procedures/run-clocks.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import type { SealedEvent } from '../sealing.ts';
import { presentCorrection } from './correction.presenter.ts';
import { presentUnit } from './matter-present.ts';

/** An event, its sealed part opened. */
export type OpenEvent = {
  readonly version: number;
  readonly type: string;
  readonly actorName: string | null;
  readonly actorUnitId: string | null;
  /** A party of the matter did it. */
  readonly actorSeat: Seat | null;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly sealed: SealedEvent | null;
};

/** One line of the timeline: what happened, who did it, what was said. */
export function presentEvent(services: Services, event: OpenEvent, language: Language): EventView {
  const { events, seats } = words(language);
  const unit = event.actorUnitId === null ? '' : presentUnit(services, event.actorUnitId, language).name;
  const seat = event.actorSeat === null ? null : seats[event.actorSeat];
  const sentence = events[event.type as keyof typeof events] ?? event.type;
  const destination = event.data['holderUnitId'];
  const to = typeof destination === 'string' ? presentUnit(services, destination, language).name : '';
  const { unitId, code: otherCode } = event.data;
  const asked = typeof unitId === 'string' ? presentUnit(services, unitId, language).name : '';
  const code = typeof otherCode === 'string' ? formatMatterCode(otherCode) : '';
  return {
    version: event.version,
    type: event.type,
    title: fill(sentence, { to, unit: asked, code }).trim(),
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    actor: event.actorName ?? seat ?? events.system,
    unit,
    ...(event.sealed?.text !== undefined && { text: event.sealed.text }),
    facts: factsOf(named(services, { ...event.data, ...event.sealed?.facts }, language), language),
    ...(event.sealed?.corrections && {
      changes: event.sealed.corrections.map((one) => presentCorrection(services, one, language)),
    }),
  };
}

/** Procedures, their outcomes and their limits by the names that they have. */
function named(
  services: Services,
  data: Readonly<Record<string, unknown>>,
  language: Language,
): Readonly<Record<string, unknown>> {
  const { procedure: key, procedureOutcome: outcome, clock, ground } = data;
  if (key === undefined && clock === undefined) return data;
  const parts = typeof clock === 'string' ? partsOfCode(clock) : null;
  const name = typeof key === 'string' ? key : parts?.procedure;
  const procedure = services.roadmap.inForce(todayOf(services)).find((one) => one.key === name);
  const inClock = procedure?.clocks.find((one) => one.key === parts?.clock);
  return {
    ...data,
    ...(key !== undefined && { procedure: procedure?.title[language] ?? key }),
    ...(outcome !== undefined && {
      procedureOutcome:
        procedure?.outcomes.find((one) => one.outcome === outcome)?.title[language] ?? outcome,
    }),
    ...(clock !== undefined && {
      clock: inClock === undefined ? clock : `${procedure?.title[language]} · ${inClock.title[language]}`,
    }),
    ...(ground !== undefined && {
      ground: inClock?.pauses.find((one) => one.ground === ground)?.title[language] ?? ground,
    }),
  };
}

type Fact = EventView['facts'][number];

/** How facts are named, in the order in which they are told, and the words for their codes. */
function factWords(pack: ReturnType<typeof words>) {
  return {
    labels: Object.entries<string>(pack.facts),
    vocabularies: new Map<string, Readonly<Record<string, string>>>(
      Object.entries({
        outcome: pack.outcomes,
        stepKind: pack.stepKinds,
        result: pack.callBackResults,
        paperKind: pack.paperKinds,
        danger: pack.dangers,
        help: pack.helpGrounds,
        by: pack.answerWays,
        checkedBy: pack.identityChecks,
        inConfidence: pack.confidence,
        seats: pack.seats,
        forSeats: pack.seats,
        linkReason: pack.linkReasons,
        sealGround: pack.sealGrounds,
        choice: pack.procedureChoices,
        procedureEvent: pack.procedureEvents,
        confirmed: pack.requirements,
        change: pack.clockChanges,
        decision: pack.clockDecisions,
      }),
    ),
  };
}
const factWordsOf = { zh: factWords(words('zh')), en: factWords(words('en')) } as const;

/** The facts a reader wants; whatever only replay and counts need stays out of sight. */
function factsOf(data: Readonly<Record<string, unknown>>, language: Language): Fact[] {
  const pack = words(language);
  const { labels, vocabularies } = factWordsOf[language];
  const facts: Fact[] = [];
  for (const [key, label] of labels) {
    const value = data[key];
    if (value === undefined || value === null || value === '') continue;
    if (Array.isArray(value) && value.length === 0) continue;
    const vocabulary = vocabularies.get(key);
    if (key === 'remedies') {
      facts.push({
        label,
        value: (value as Remedy[]).map((remedy) => pack.remedies[remedy]).join(pack.queue.list),
      });
    } else if (Array.isArray(value)) {
      facts.push({ label, value: value.map((one) => vocabulary?.[one] ?? one).join(pack.queue.list) });
    } else {
      facts.push({ label, value: vocabulary?.[String(value)] ?? String(value) });
    }
  }
  return facts;
}
