import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { RegisterMatterBody } from '#contract/matters/register-matter.ts';

const sample = join(import.meta.dirname, '../../cities/baotou/imports/sample.csv');
const rows: string[][] = parse(readFileSync(sample), { bom: true, from: 2 });

/** Registrations as a county's counter sends them: the sample's disputes in turn, each with two parties of its own. */
export function registrations(county = '150204'): () => RegisterMatterBody {
  let count = 0;
  return () => {
    count += 1;
    const [, subject = '', , story = ''] = rows[count % rows.length] ?? [];
    const number = String(count % 100_000_000).padStart(8, '0');
    return {
      channel: 'window',
      kind: '15',
      regionCode: `${county}001`,
      subject,
      story,
      request: '请尽快协调解决。',
      parties: [
        {
          seat: 'applicant',
          kind: 'person',
          name: `申请人${number}`,
          phone: `138${number}`,
          address: '青山区',
        },
        {
          seat: 'respondent',
          kind: 'organisation',
          name: '示例物业服务有限公司',
          creditCode: '91350100M000100Y43',
        },
      ],
      needs: [],
    };
  };
}
