import { Temporal } from 'temporal-polyfill';
import { type Language, words } from '#contract/language/language.ts';
import type { MatterView, PaperView } from '#contract/matters/matter.ts';
import { pathOf, type Stage, stageDone } from '#domain/matters/path.ts';
import type { ToldParty } from '#domain/matters/registration.ts';
import type { PaperKind } from '#domain/matters/vocabulary.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { MatterRecord } from '../matter-record.ts';
import { type ClockRow, presentClock } from './clock.presenter.ts';
import { type OpenEvent, presentEvent } from './event.presenter.ts';
import { channelLabel, dangerLabel, kindLabel, needLabel, outcomeLabel, regionLabel } from './labels.ts';
import { presentMatter, presentUnit } from './matter-present.ts';
import { presentParty } from './parties.presenter.ts';

/** All that a matter's page shows, opened and ready to be worded. Events stand in the order they were made. */
export type OpenMatter = {
  readonly matter: MatterRecord & { readonly hasOtherCaller: boolean };
  readonly handlerName: string | null;
  readonly parties: readonly (ToldParty & { readonly id: string })[];
  readonly papers: readonly OpenPaper[];
  readonly clocks: readonly ClockRow[];
  readonly events: readonly OpenEvent[];
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
  return {
    ...presentMatter(services, actor, m, language),
    clocks: open.clocks.map((clock) => presentClock(services, clock, language)),
    kind: kindLabel(services, m.kind, language),
    channel: channelLabel(m.channel, language),
    region: regionLabel(services, m.regionCode, language),
    subject: m.subject,
    story: m.story,
    request: m.request,
    needs: m.needs.map((need) => needLabel(need, language)),
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
    path: presentPath(services, open, language),
    parties: open.parties.map((party) => presentParty(party, language)),
    papers: open.papers.map((paper) => ({
      ...paper,
      kindLabel: words(language).paperKinds[paper.kind],
      href: `/api/v1/matters/${m.id}/papers/${paper.id}`,
    })),
    timeline: open.events.map((event) => presentEvent(services, event, language)).reverse(),
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
