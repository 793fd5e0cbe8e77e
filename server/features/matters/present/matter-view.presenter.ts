import { Temporal } from 'temporal-polyfill';
import type { RunningOpening } from '#contract/access/outside-opening.ts';
import { type Language, words } from '#contract/language/language.ts';
import type { MatterView, PaperView } from '#contract/matters/matter.ts';
import { pathOf, type Stage, stageDone } from '#domain/matters/path.ts';
import type { ToldParty } from '#domain/matters/registration.ts';
import { isOpen, type PaperKind } from '#domain/matters/vocabulary.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { levelToday, presentLevel } from '#server/features/levels/public.ts';
import { type MessageRow, presentMessage } from '#server/features/messages/public.ts';
import { type ClockRow, ownClocks } from '../clocks/clock-row.ts';
import { levelFactsOf } from '../clocks/level-facts.ts';
import type { MatterRecord } from '../matter-record.ts';
import type { LinkRow } from '../steps/side-ways/link-matter.queries.ts';
import type { Posted } from '../steps/side-ways/sealed-reading.queries.ts';
import { presentClock } from './clock.presenter.ts';
import { type OpenEvent, presentEvent } from './event.presenter.ts';
import { channelLabel, dangerLabel, kindLabel, needLabel, outcomeLabel, regionLabel } from './labels.ts';
import { presentMatter, presentUnit, readerOf } from './matter-present.ts';
import { presentParty } from './parties.presenter.ts';
import { happenedOnIn } from './registration.ts';
import { presentRoadmap } from './roadmap.presenter.ts';
import { cameWith, presentTasks, relatedIn, type TaskRow } from './task.presenter.ts';

/** All that a matter's page shows, opened and ready to be worded. Events stand in the order they were made. */
export type OpenMatter = {
  readonly matter: MatterRecord & { readonly hasOtherCaller: boolean };
  readonly handlerName: string | null;
  readonly parties: readonly (ToldParty & { readonly id: string })[];
  readonly papers: readonly OpenPaper[];
  readonly clocks: readonly ClockRow[];
  readonly events: readonly OpenEvent[];
  readonly messages: readonly MessageRow[];
  readonly tasks: readonly TaskRow[];
  /** Those matters beside this one whose files the reader may open, too. */
  readonly openable: ReadonlySet<string>;
  readonly links: readonly LinkRow[];
  /** Of a sealed matter. */
  readonly readers: readonly Posted[];
  /** Where it is read outside own work. */
  readonly opening: RunningOpening | null;
};

export type OpenPaper = Omit<PaperView, 'kindLabel' | 'href' | 'kind'> & { readonly kind: PaperKind };

/** The only way in which a whole matter leaves the server. */
export function presentView(
  services: Services,
  actor: Actor,
  language: Language,
  open: OpenMatter,
): MatterView {
  const { matter: m } = open;
  const mayResend = [m.leadUnitId, m.holderUnitId].includes(actor.unitId);
  const reader = { ...readerOf(services, actor, m, language), presented: new Map() };
  return {
    ...presentMatter(services, actor, m, language),
    clocks: ownClocks(open.clocks).map((clock) => presentClock(reader, clock)),
    roadmap: presentRoadmap(reader, open),
    kind: kindLabel(services, m.kind, language),
    channel: channelLabel(m.channel, language),
    region: regionLabel(services, m.regionCode, language),
    subject: m.subject,
    story: m.story,
    request: m.request,
    needs: m.needs.map((need) => needLabel(need, language)),
    level: presentLevelOf(services, open, language),
    danger: dangerLabel(m.danger, language),
    outcome: outcomeLabel(m.outcome, language),
    handling: m.handlingUnitId === null ? null : presentUnit(services, m.handlingUnitId, language),
    handler: m.handlerUserId === null ? null : { userId: m.handlerUserId, name: open.handlerName ?? '—' },
    returns: m.returns,
    reopenings: m.reopenings,
    registeredAt: m.registeredAt.toISOString(),
    endedAt: m.endedAt?.toISOString() ?? null,
    isHistory: m.isHistory,
    isSampled: m.isSampled,
    isReopeningAsked: m.isReopeningAsked,
    path: presentPath(services, open, language),
    suspension:
      m.suspendedOn === null || m.resumeBy === null
        ? null
        : { since: m.suspendedOn, resumeBy: m.resumeBy, isLate: m.resumeBy < todayOf(services) },
    seal:
      m.sealGround === null
        ? null
        : {
            ground: { code: m.sealGround, label: words(language).sealGrounds[m.sealGround] },
            readers: open.readers.map(({ userId, name, unitId }) => ({
              userId,
              name,
              unit: presentUnit(services, unitId, language),
            })),
          },
    links: open.links.map((link) => presentLink(services, link, language)),
    happenedOn: happenedOnIn(open.events),
    parties: open.parties.map((party) => {
      const code = cameWith(open.events, party.id);
      return { ...presentParty(party, language), ...(code !== undefined && { cameWith: code }) };
    }),
    papers: open.papers.map((paper) => ({
      ...paper,
      kindLabel: words(language).paperKinds[paper.kind],
      href: `/api/v1/matters/${m.id}/papers/${paper.id}`,
    })),
    messages: open.messages.map((row) => presentMessage(m.id, row, mayResend, language)),
    tasks: presentTasks(services, actor, open, language),
    related: relatedIn(open.events).map((one) => ({ ...one, id: open.openable.has(one.id) ? one.id : null })),
    opening: open.opening,
    timeline: open.events.map((event) => presentEvent(services, event, language)).reverse(),
  };
}

/** An ended matter has no colour. */
function presentLevelOf(
  services: Services,
  { matter, clocks }: OpenMatter,
  language: Language,
): MatterView['level'] {
  if (!isOpen(matter.status)) return null;
  const running = clocks.filter(({ endedOn = null }) => endedOn === null);
  return presentLevel(services, levelToday(services, levelFactsOf(matter, running)), language);
}

function presentLink(services: Services, link: LinkRow, language: Language): MatterView['links'][number] {
  const { statuses, linkReasons } = words(language);
  return {
    id: link.takesPart ? link.id : null,
    code: link.code,
    linkReason: { code: link.reason, label: linkReasons[link.reason] },
    status: link.status === null ? null : { code: link.status, label: statuses[link.status] },
    subject: link.subject,
    lead: link.leadUnitId === null ? null : presentUnit(services, link.leadUnitId, language),
  };
}

function presentPath(
  services: Services,
  { matter, events }: OpenMatter,
  language: Language,
): MatterView['path'] {
  const reached = new Map<Stage, string>();
  for (const event of events) {
    const stage = stageDone(event.type);
    if (stage !== null)
      reached.set(
        stage,
        legalDay(Temporal.Instant.from(event.occurredAt), services.pack.city.zone).toString(),
      );
  }
  return pathOf(matter.status, reached).map(({ stage, ...rest }) => ({
    stage: { code: stage, label: words(language).stages[stage] },
    ...rest,
  }));
}
