import { type TSchema, Type } from 'typebox';
import { knownId } from '#server/app/known-ids.ts';
import { exampleMatterId } from '#server/features/matters/public.ts';

/** The rows on which the examples of this feature's operations work as they stand; the demo makes them. */
export const officeExampleAccount = 'dispatcher-qingshan';

export type OfficeExample = 'edit-macro' | 'retire-macro';

export function officeExampleId(operation: OfficeExample): string {
  return knownId(`example/${operation}`);
}

export function officeParams(operation: OfficeExample) {
  return Type.Object({ id: Type.String({ format: 'uuid', examples: [officeExampleId(operation)] }) });
}

const step = { action: 'log-step', body: { kind: 'note', text: '已按同一批次统一联系。' } };

export const bulkExamples = {
  choices: { ids: [exampleMatterId('accept'), exampleMatterId('route')] },
  preview: {
    matters: [
      { id: exampleMatterId('accept'), version: 1 },
      { id: exampleMatterId('close'), version: 1 },
    ],
    work: { action: 'accept', body: {} },
  },
  // The matter that is only ever read.
  run: { matters: [{ id: exampleMatterId('read'), version: 2 }], work: step },
} as const;

/** A body with the example that works. */
export function withExample<T extends TSchema>(body: T, example: object): T {
  return { ...body, examples: [example] };
}
