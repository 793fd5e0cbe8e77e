import type { OfficeStep } from '#contract/office/steps.ts';
import type { MacroAction } from '#domain/matters/macros.ts';
import type { StepKind } from '#domain/matters/vocabulary.ts';

export const answerWays = ['in-person', 'phone', 'letter', 'message'] as const;

/** What is typed and chosen for a step that is the same for every matter, whichever step it is. */
export type StepValues = {
  readonly text: string;
  readonly unitId: string;
  readonly userId: string;
  readonly kind: StepKind;
  readonly by: (typeof answerWays)[number];
};

export const blankStep: StepValues = { text: '', unitId: '', userId: '', kind: 'phone', by: 'phone' };

/** The step as it is sent; undefined while something it needs is missing. */
export function stepOf(action: MacroAction, values: StepValues): OfficeStep | undefined {
  const { unitId, userId, kind, by } = values;
  const text = values.text.trim();
  const note = text === '' ? {} : { note: text };
  switch (action) {
    case 'accept':
    case 'accept-hand-over':
    case 'close':
      return { action, body: note };
    case 'route':
      return unitId ? { action, body: { unitId, ...note } } : undefined;
    case 'assign':
      return userId ? { action, body: { handlerUserId: userId } } : undefined;
    case 'log-step':
      return text ? { action, body: { kind, text } } : undefined;
    case 'answer':
      return text ? { action, body: { text, by } } : undefined;
    case 'return-hand-over':
      return text ? { action, body: { reason: text } } : undefined;
  }
}

/** The values that a kept step was made of. */
export function valuesOf(body: Readonly<Record<string, unknown>>): StepValues {
  const said = (name: string) => (typeof body[name] === 'string' ? (body[name] as string) : undefined);
  return {
    text: said('text') ?? said('note') ?? said('reason') ?? '',
    unitId: said('unitId') ?? '',
    userId: said('handlerUserId') ?? '',
    kind: (said('kind') as StepKind | undefined) ?? blankStep.kind,
    by: (said('by') as StepValues['by'] | undefined) ?? blankStep.by,
  };
}
