import type { LedgerMap } from '#contract/imports/imports.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { type ImportExample, importExampleId } from './examples.ts';
import { checkImport } from './steps/take-import-step.ts';
import { uploadLedger } from './upload/upload-ledger.ts';
import { workOnImport } from './work/work-on-import.ts';

const ledger = `青山区2025年矛盾纠纷台账,,,
编号,登记日期,类别,内容
{of}-1,3月2日,邻里纠纷,楼上漏水，双方对修缮费用有争议，已调解。
{of}-2,二〇二五年四月五日,家长里短,兄弟之间因赡养老人发生口角，已劝和。
`;
const map: LedgerMap = {
  columns: { sourceNumber: '编号', registeredAt: '登记日期', story: '内容', kind: '类别' },
  source: 'street-ledger',
  channel: 'window',
  kind: '99',
};

/** Makes the rows of examples.ts by the real use cases: those of steps on a checked ledger are checked. */
export async function makeImportExamples(services: Services, dispatcher: Actor): Promise<void> {
  const operations: ImportExample[] = ['check-import', 'decide-doubts', 'run-import', 'read-import'];
  for (const operation of operations) {
    const id = importExampleId(operation);
    const content = Buffer.from(ledger.replaceAll('{of}', operation));
    const name = '2025年台账.csv';
    await uploadLedger(
      services,
      dispatcher,
      { name, content },
      { language: 'zh', idempotencyKey: `demo:import:${operation}`, id },
    );
    if (operation === 'check-import' || operation === 'read-import') continue;
    await checkImport(services, dispatcher, id, { version: 1, map }, 'zh');
    await workOnImport(services, { cityCode: dispatcher.cityCode, importId: id });
  }
}
