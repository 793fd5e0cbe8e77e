import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { askExport } from './ask/ask-export.ts';
import { exportExampleId } from './examples.ts';
import { makeExport } from './make/make-export.ts';

/** Makes the rows of examples.ts by the real use cases: one that can be fetched, one that waits for a second person. */
export async function makeExportExamples(services: Services, dispatcher: Actor): Promise<void> {
  const fetched = exportExampleId('fetch-export');
  const small = { format: 'csv', contents: 'facts', filter: { queue: 'office', due: 'week' } } as const;
  await askExport(services, dispatcher, small, {
    language: 'zh',
    idempotencyKey: 'demo:export:small',
    id: fetched,
  });
  await makeExport(services, { cityCode: dispatcher.cityCode, exportId: fetched });
  const large = {
    format: 'xlsx',
    contents: 'words',
    filter: { queue: 'office' },
    purpose: '季度办理质量抽查，按件核对经过和答复。',
  } as const;
  await askExport(services, dispatcher, large, {
    language: 'zh',
    idempotencyKey: 'demo:export:large',
    id: exportExampleId('decide-export'),
  });
}
