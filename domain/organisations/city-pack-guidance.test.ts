import { describe, expect, test } from 'vitest';
import { asTables, smallestPack } from './city-pack.fixture.ts';
import { checkCityPack } from './city-pack-check.ts';
import { centreDetails } from './city-pack-guidance.ts';
import type { PackFile } from './city-pack-table.ts';

type Rows = ReturnType<typeof smallestPack>;

const set = (file: PackFile, row: number, column: number, value: string) => (rows: Rows) => {
  const cells = rows[file][row];
  if (!cells) throw new Error(`no row ${row} in ${file}`);
  cells[column] = value;
};
const add =
  (file: PackFile, ...cells: string[]) =>
  (rows: Rows) =>
    void rows[file].push(cells);
const remove = (file: PackFile, row: number) => (rows: Rows) => void rows[file].splice(row, 1);

describe('what the public is told', () => {
  test('is read: a centre with its own row, and one with the usual hours', () => {
    const checked = checkCityPack(asTables(smallestPack()));
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    const { guidance } = checked.pack;
    expect(centreDetails(guidance, '990101')).toMatchObject({
      address: { zh: '河街1号' },
      phone: '0999-1234567',
      isUsual: false,
    });
    expect(centreDetails(guidance, '990101001')).toEqual({
      address: null,
      phone: null,
      hours: { zh: '工作日9点至17点', en: 'Working days 9 to 5' },
      isUsual: true,
    });
    expect(guidance.tiles.get('990101')).toEqual({ row: 1, column: 2 });
    expect(guidance.ofKinds.get('03')?.ways).toEqual(['mediation', 'court']);
    expect(guidance.ways.get('court')).toMatchObject({
      name: '诉讼',
      source: '民事诉讼法',
      procedure: null,
    });
    expect(guidance.ways.get('mediation')?.procedure).toBe('mediation');
    expect(guidance.toBring.get('mediation')?.what.zh).toBe('合同');
    expect(guidance.toBring.get('mediation/confirm')).toEqual({
      what: { zh: '协议书', en: 'The agreement' },
      source: '某法第五条',
    });
  });

  test('a city need not draw a map', () => {
    const rows = smallestPack();
    rows['tiles.csv'] = [];
    expect(checkCityPack(asTables(rows)).ok).toBe(true);
  });

  test.each<[string, (rows: Rows) => void, string]>([
    [
      'a centre nowhere',
      add('centres.csv', '98', '', '', '', '全天', 'All day'),
      'centres.csv:4 unknown region "98"',
    ],
    ['no usual hours', remove('centres.csv', 0), 'centres.csv:0 the row "*" with the usual hours is missing'],
    [
      'an address for all',
      set('centres.csv', 0, 1, '某路1号'),
      'centres.csv:2 no address or telephone is every',
    ],
    ['an address in one language', set('centres.csv', 1, 2, ''), 'centres.csv:3 an address stands in both'],
    ['no telephone number', set('centres.csv', 1, 3, 'ask'), 'centres.csv:3 "ask" is no telephone number'],
    ['no hours', set('centres.csv', 1, 4, ''), 'centres.csv:3 "hours" is empty'],
    ['a tile of a township', set('tiles.csv', 0, 0, '990101001'), 'tiles.csv:2 "990101001" is no county'],
    ['a tile off the map', set('tiles.csv', 0, 1, '9'), 'tiles.csv:2 a row is a whole number from 1 to 8'],
    [
      'two tiles in one place',
      add('tiles.csv', '990102', '1', '2'),
      'tiles.csv:3 the place 1, 2 is taken by "990101"',
    ],
    ['an unknown way', set('kind-ways.csv', 1, 1, 'duel'), 'kind-ways.csv:3 unknown way "duel"'],
    [
      'a way twice',
      set('kind-ways.csv', 0, 1, 'court;court'),
      'kind-ways.csv:2 the way "court" is named twice',
    ],
    [
      'an unknown kind',
      add('kind-ways.csv', '77', 'court', '无', 'None'),
      'kind-ways.csv:4 unknown kind "77"',
    ],
    ['a kind without ways', remove('kind-ways.csv', 0), 'kind-ways.csv:0 no way is named for the kind "03"'],
    ['a way without its law', set('ways.csv', 0, 5, ''), 'ways.csv:2 "source" is empty'],
    [
      'a way that is an unknown procedure',
      set('ways.csv', 1, 6, 'duel'),
      'ways.csv:3 unknown procedure "duel"',
    ],
    [
      'papers for an unknown procedure',
      set('procedures/bring.csv', 0, 0, 'duel'),
      'procedures/bring.csv:2 unknown procedure "duel"',
    ],
    [
      'papers for what is no window of the parties',
      set('procedures/bring.csv', 1, 1, 'settle'),
      'procedures/bring.csv:3 "mediation" has no window of the parties called "settle"',
    ],
  ])('%s is refused, with file and line', (_what, change, fault) => {
    const rows = smallestPack();
    change(rows);
    const checked = checkCityPack(asTables(rows));
    const faults = checked.ok
      ? []
      : checked.faults.map(({ file, line, reason }) => `${file}:${line} ${reason}`);
    expect(
      faults.some((one) => one.startsWith(fault)),
      faults.join('\n'),
    ).toBe(true);
  });
});
