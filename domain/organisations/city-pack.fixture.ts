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
      ['mediation', '调解', 'Mediation', '自愿', 'Voluntary', '人民调解法第三条'],
      ['court', '诉讼', 'Court', '起诉', 'Sue', '民事诉讼法'],
    ],
    'kind-ways.csv': [
      ['03', 'mediation;court', '房产证', 'Title'],
      ['99', 'mediation', '材料', 'Papers'],
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
