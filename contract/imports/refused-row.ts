import type { RowRefusal } from '#domain/imports/read-row.ts';
import type { TableRow } from '#domain/imports/read-table.ts';
import { fill, type Language } from '../language/language.ts';

/** Why a row of a table was not brought in; `column` is the table's own heading, empty for the row as a whole. */
export type RefusedReason = {
  readonly code:
    | RowRefusal
    | TableFault
    | 'cell-count'
    | 'number-repeated'
    | 'register-refused'
    | 'undecided';
  readonly column?: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

type TableFault = Extract<TableRow, { fault: string }>['fault'];

const sentences: Readonly<Record<Language, Readonly<Record<RefusedReason['code'], string>>>> = {
  zh: {
    missing: '没有填写',
    'too-long': '超过 {limit} 个字符',
    'control-character': '含有不可显示的控制字符',
    'time-unreadable': '不是对照表所列格式的时间，也认不出是哪一天',
    'time-in-the-future': '时间晚于现在',
    'answer-without-time': '有答复但没有答复时间',
    'broken-quotes': '引号不成对或位置不对，无法分辨单元格',
    'row-too-long': '这一行太长，可能缺少右引号',
    'cell-count': '有 {count} 个单元格，表头有 {expected} 个',
    'number-repeated': '编号与第 {row} 行相同，但内容不同',
    'register-refused': '登记未通过：{why}',
    undecided: '“{typed}”对不上本市的名称，还没有人选定',
  },
  en: {
    missing: 'is empty',
    'too-long': 'is longer than {limit} characters',
    'control-character': 'holds control characters',
    'time-unreadable': 'is no time in the formats of the map, nor one that is understood',
    'time-in-the-future': 'is later than now',
    'answer-without-time': 'is empty, but there is an answer',
    'broken-quotes': 'the quotes are broken, so that its cells cannot be told',
    'row-too-long': 'the row is too long; perhaps a closing quote is missing',
    'cell-count': 'the row has {count} cells, the header {expected}',
    'number-repeated': 'the number is that of row {row}, but the content differs',
    'register-refused': 'the registration was refused: {why}',
    undecided: '“{typed}” is none of the names of this city, and nobody has decided which it is',
  },
};

/** The reasons as a sentence: `留言时间: is no time in the formats of the map`. */
export function refusedSentence(reasons: readonly RefusedReason[], language: Language): string {
  return reasons
    .map(({ code, column, params }) => {
      const sentence = fill(sentences[language][code], params);
      return column === undefined ? sentence : `${column}${language === 'zh' ? '：' : ': '}${sentence}`;
    })
    .join(language === 'zh' ? '；' : '; ');
}
