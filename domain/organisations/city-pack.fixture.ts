import { levels } from '#domain/levels/vocabulary.ts';
import { channels, dangers, needs, steps } from '#domain/matters/vocabulary.ts';
import { messageTexts, placesOf } from '#domain/messages/text.ts';
import { receiptPlaceholders } from './city-pack.ts';
import { type PackFile, type PackTable, packColumns } from './city-pack-table.ts';

/** The smallest city pack that is in order: rows by file, a row being its cells in the order of the columns. */
export function smallestPack(): Record<PackFile, string[][]> {
  return {
    'city.csv': [
      ['code', '9901'],
      ['name', '某市'],
      ['name_en', 'Somewhere'],
      ['zone', 'Asia/Shanghai'],
      ['area_code', '0999'],
      ['enquiry_phone', '12345'],
      ['minimum_reopen_working_days', '5'],
      ['review_one_in', '5'],
      ['published_years', ''],
    ],
    'regions.csv': [
      ['9901', '某市', 'Somewhere', 'city', ''],
      ['990101', '东区', 'East District', 'county', '9901'],
      ['990101001', '河街道', 'River Subdistrict', 'township', '990101'],
    ],
    'departments.csv': [
      ['justice', '司法局', 'Justice Bureau', 'resident', 'city;county;township', '司法所', 'Justice Office'],
      ['housing', '住房和城乡建设局', 'Housing', 'on-call', 'county', '', ''],
    ],
    'kinds.csv': [
      ['03', '房屋宅基地纠纷', 'Housing'],
      ['99', '其他纠纷', 'Other'],
    ],
    'channels.csv': channels.map((code) => [code, `${code}中文`, code]),
    'needs.csv': needs.map((code) => [code, `${code}中文`, code]),
    'dangers.csv': dangers.map((code) => [code, `${code}中文`, code, '帮助', 'Help']),
    'calendar.csv': [],
    'step-limits.csv': steps.map((step) => [
      step,
      '5',
      step === 'safety-review' ? 'natural-day' : 'working-day',
      step,
      step,
      '本市规定',
    ]),
    'routing.csv': [
      ['03', 'housing;justice'],
      ['99', 'justice'],
    ],
    'words.csv': [
      ['宅基地', '03', '5'],
      ['房屋', '03', '3'],
    ],
    'centres.csv': [
      ['*', '', '', '', '工作日9点至17点', 'Working days 9 to 5'],
      ['990101', '河街1号', '1 River Street', '0999-1234567', '每天8点至20点', 'Every day 8 to 8'],
    ],
    'tiles.csv': [['990101', '1', '2']],
    'ways.csv': [
      ['mediation', '调解', 'Mediation', '自愿', 'Voluntary', '人民调解法第三条', 'mediation'],
      ['court', '诉讼', 'Court', '起诉', 'Sue', '民事诉讼法', ''],
    ],
    'kind-ways.csv': [
      ['03', 'mediation;court', '房产证', 'Title'],
      ['99', 'mediation', '材料', 'Papers'],
    ],
    'levels.csv': levels.map((level) => [level, `${level}中文`, level, '1', 'working-day', 'no', '本市规定']),
    'level-rules.csv': [
      ['blue', 'share-used >= 50'],
      ['red', 'danger = 1'],
    ],
    'procedures/procedures.csv': [
      procedure('mediation', ['', '03', 'both-agree', 'accepted'], { entry: 'yes', voluntary: 'yes' }),
      procedure('confirmation', ['', '', 'agreement-written', 'applied;docketed'], { heldBy: 'outside' }),
    ],
    'procedures/clocks.csv': [
      clock('mediation', 'settle', ['accepted', '', '30', 'natural-day'], {
        isMain: true,
        extension: ['30', 'natural-day', '1', 'yes', 'unit-head'],
      }),
      clock('mediation', 'confirm', ['agreed', '', '30', 'natural-day'], { owedBy: 'party' }),
      clock('confirmation', 'decide', ['docketed', '', '1', 'month'], { isMain: true, owedBy: 'outside' }),
    ],
    'procedures/pauses.csv': [
      ['mediation', '2024-01-01', 'settle', 'appraisal', '鉴定', 'Appraisal', '60', '条例第三十八条'],
    ],
    'procedures/outcomes.csv': [
      ['mediation', '2024-01-01', 'agreed', '达成协议', 'Agreed', 'confirmation;exit'],
      ['mediation', '2024-01-01', 'refused', '不愿调解', 'Refused', 'exit'],
      ['confirmation', '2024-01-01', 'not-confirmed', '驳回', 'Refused', 'mediation;exit'],
    ],
    'procedures/bring.csv': [
      ['mediation', '', '合同', 'The contract', '某法第四条'],
      ['mediation', 'confirm', '协议书', 'The agreement', '某法第五条'],
    ],
    'receipt.csv': Object.entries(receiptPlaceholders).map(([key, names]) => {
      const text = [key, ...names.map((name) => `{${name}}`)].join(' ');
      return [key, text, text];
    }),
    'messages.csv': messageTexts.map((text) => {
      const places = placesOf(text)
        .needed.map((name) => `{${name}}`)
        .join(' ');
      return [text, places || text, places || text];
    }),
  };
}

/** A row of `procedures.csv`; the four cells are kinds, excluded kinds, requirements and events. */
function procedure(
  key: string,
  [kinds = '', excluded = '', requires = '', events = '']: string[],
  { entry = 'no', voluntary = 'no', heldBy = 'office' } = {},
): string[] {
  const words = [`${key}中文`, key, '是什么', 'What it is', '谁办', 'Who'];
  const head = [key, '2024-01-01', ...words, heldBy, entry, voluntary, 'applicant'];
  return [...head, kinds, excluded, requires, events, '某法第一条', 'yes'];
}

/** A row of `clocks.csv`; the four cells are start, ends, limit and unit. */
function clock(
  key: string,
  name: string,
  [starts = '', ends = '', limit = '', unit = '']: string[],
  { isMain = false, owedBy = 'office', extension = ['', '', '', '', ''] } = {},
): string[] {
  const head = [key, '2024-01-01', name, `${name}中文`, name, starts, ends, limit, unit];
  const rule = ['not-counted', 'next-working-day', isMain ? 'yes' : 'no', owedBy];
  return [...head, ...rule, ...extension, '届满', 'Past', '某法第二条', 'yes'];
}

/** The rows as the adapter hands them over: the header is line 1. */
export function asTables(rowsByFile: Partial<Record<PackFile, string[][]>>): PackTable[] {
  return Object.entries(rowsByFile).map(([file, rows]) => {
    const columns: readonly string[] = packColumns[file as PackFile];
    return {
      file,
      columns,
      rows: rows.map((cells, index) => ({
        line: index + 2,
        cells: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])),
      })),
    };
  });
}
