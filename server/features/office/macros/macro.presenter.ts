import { type Language, words } from '#contract/language/language.ts';
import type { MacroView } from '#contract/office/macros.ts';
import type { OfficeStep } from '#contract/office/steps.ts';
import { unitName } from '#server/app/directory.ts';
import type { Services } from '#server/app/services.ts';
import type { MacroRow } from './macros.queries.ts';

type Names = ReadonlyMap<string, string>;

/** The colleagues whom macros name. */
export function peopleInMacros(rows: readonly MacroRow[]): string[] {
  return rows.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.action === 'assign' ? [step.body.handlerUserId] : [])),
  );
}

export function presentMacro(services: Services, row: MacroRow, names: Names, language: Language): MacroView {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    steps: row.steps.map((step) => ({
      action: step.action,
      actionLabel: words(language).actions[step.action],
      body: { ...step.body },
      summary: summaryOf(services, step, names, language),
    })),
    author: row.author ?? '—',
    changedAt: row.changedAt.toISOString(),
    isActive: row.isActive,
  };
}

function summaryOf(services: Services, step: OfficeStep, names: Names, language: Language): string {
  const { stepKinds, answerWays, queue } = words(language);
  const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(queue.separator);
  switch (step.action) {
    case 'route': {
      const unit = services.directory.unit(step.body.unitId);
      return joined(unit && unitName(unit, language), step.body.note);
    }
    case 'assign':
      return names.get(step.body.handlerUserId) ?? '—';
    case 'log-step':
      return joined(stepKinds[step.body.kind], step.body.text);
    case 'answer':
      return joined(answerWays[step.body.by], step.body.text);
    case 'return-hand-over':
      return step.body.reason;
    case 'accept':
    case 'accept-hand-over':
    case 'close':
      return step.body.note ?? '';
  }
}
