import { Type } from 'typebox';
import { knownId } from '#server/app/known-ids.ts';

/** The rows on which the examples of these operations work as they stand; the demo makes them. */
export const importExampleAccount = 'dispatcher-qingshan';

export type ImportExample = 'check-import' | 'decide-doubts' | 'run-import' | 'read-import';

export function importExampleId(operation: ImportExample): string {
  return knownId(`example/${operation}`);
}

export function importParams(operation: ImportExample) {
  return Type.Object({ id: Type.String({ format: 'uuid', examples: [importExampleId(operation)] }) });
}
