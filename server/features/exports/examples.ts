import { Type } from 'typebox';
import { knownId } from '#server/app/known-ids.ts';

/** The rows on which the examples of these operations work as they stand; the demo makes them. */
export const exportExampleAccount = 'dispatcher-qingshan';
export const exportExampleDecider = 'supervisor-qingshan';

export type ExportExample = 'decide-export' | 'fetch-export';

export function exportExampleId(operation: ExportExample): string {
  return knownId(`example/${operation}`);
}

export function exportParams(operation: ExportExample) {
  return Type.Object({ id: Type.String({ format: 'uuid', examples: [exportExampleId(operation)] }) });
}
