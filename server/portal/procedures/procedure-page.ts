import { fill, type Language, words } from '#contract/language/language.ts';
import { limitInWords } from '#contract/roadmap/reckon-refusal.ts';
import { exit, type Procedure, type ProcedureClock } from '#domain/roadmap/procedures/procedure.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { dateInFull } from '../day-in-full.ts';
import { portalWords } from '../words/words.ts';
import { isForParty, startInWords, whatToBring } from './limit-in-words.ts';

/** What a procedure is, who runs it, its limits with their law, and what may follow. */
export function procedurePage(services: Services, procedure: Procedure, language: Language) {
  const w = portalWords(language).procedures;
  const pack = words(language);
  const { key, title, clocks } = procedure;
  const limit = (clock: ProcedureClock) => limitOf(procedure, clock, language);
  const kindNames = (codes: readonly string[]): string =>
    codes
      .flatMap((code) => services.pack.kinds.get(code) ?? [])
      .map(({ name, nameEn }) => (language === 'zh' ? name : nameEn))
      .join(pack.queue.list);
  return {
    pageTitle: title[language],
    what: procedure.what[language],
    facts: [
      { label: w.body, value: procedure.body[language] },
      { label: w.starts, value: pack.starters[procedure.startedBy] },
      { label: w.kinds, value: procedure.kinds === null ? w['all-kinds'] : kindNames(procedure.kinds) },
      { label: w.excluded, value: kindNames(procedure.excludedKinds) },
      {
        label: w.needs,
        value: procedure.requires.map((code) => pack.requirements[code]).join(pack.queue.list),
      },
    ].filter(({ value }) => value !== ''),
    isVoluntary: procedure.isVoluntary,
    source: procedure.source,
    inForce: fill(w['in-force'], { day: dateInFull(procedure.inForceFrom, language) }),
    isVerified: procedure.isVerified,
    bring: whatToBring(services, key, language)?.what ?? '',
    yours: clocks.filter((clock) => isForParty(procedure, clock)).map(limit),
    office: clocks.filter((clock) => !isForParty(procedure, clock)).map(limit),
    ends: endsOf(services, procedure, language),
  };
}

function limitOf(procedure: Procedure, clock: ProcedureClock, language: Language) {
  const w = portalWords(language).procedures;
  const { extension, pauses } = clock;
  const changes = pauses.map(({ ground: _ground, title, mostDays }) =>
    fill(w.pause, { ground: title[language], days: mostDays }),
  );
  if (extension !== null) {
    changes.unshift(
      fill(w[extension.isMostByLaw ? 'extension' : 'extension-city'], {
        times: extension.times,
        most: limitInWords(extension.most, language),
        approver: words(language).extensionApprovers[extension.approvedBy],
      }),
    );
  }
  return {
    name: clock.title[language],
    limit: limitInWords(clock.limit, language),
    starts: fill(w['starts-with'], { start: startInWords(procedure, clock, language) }),
    changes,
    expiry: fill(w.expiry, { what: clock.expiry[language] }),
    source: clock.source,
    isVerified: clock.isVerified,
    address: `/p/clock?limit=${procedure.key}.${clock.key}`,
  };
}

/** How it may end, and which procedures may follow; the same ones after several ends are named after each. */
function endsOf(services: Services, { outcomes }: Procedure, language: Language) {
  const inForce = services.roadmap.inForce(todayOf(services));
  return outcomes.map(({ title, next }) => ({
    name: title[language],
    next: next
      .filter((key) => key !== exit)
      .flatMap((key) => inForce.find((one) => one.key === key) ?? [])
      .map(({ key, title: named }) => ({ key, name: named[language] })),
  }));
}
