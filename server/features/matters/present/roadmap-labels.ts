import { fill, type Language, words } from '#contract/language/language.ts';
import type { Step } from '#domain/matters/vocabulary.ts';
import type { Limit } from '#domain/roadmap/counting.ts';
import type { Procedure } from '#domain/roadmap/procedures/procedure.ts';
import type { Run } from '#domain/roadmap/procedures/run.ts';
import { partsOfCode } from '#domain/roadmap/procedures/run-clocks.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import type { ClockRow } from '../clocks/clock-row.ts';

/** The procedure of a run, in the version under which it began. */
export function procedureOf(services: Services, run: Pick<Run, 'procedure' | 'version'>): Procedure {
  const procedure = services.roadmap.of(run);
  if (procedure === undefined) throw new Error(`no version ${run.version} of ${run.procedure} is known`);
  return procedure;
}

/** What a clock is called: its step's name, or that of its procedure and of the clock in it. */
export function clockLabel(services: Services, { step }: Pick<ClockRow, 'step'>, language: Language): string {
  const parts = partsOfCode(step);
  if (parts === null) return words(language).steps[step as Step];
  // A name may be mended from version to version; for a label the one in force serves.
  const procedure = services.roadmap.inForce(todayOf(services)).find(({ key }) => key === parts.procedure);
  const clock = procedure?.clocks.find(({ key }) => key === parts.clock);
  if (procedure === undefined || clock === undefined) return step;
  return `${procedure.title[language]} · ${clock.title[language]}`;
}

/** 30 日, 15 个工作日, 1 个月. */
export function limitInWords({ count, unit }: Limit, language: Language): string {
  return fill(words(language).limitsInWords[unit], { count });
}
