import { describe, expect, test } from 'vitest';
import { messageTexts } from '#domain/messages/text.ts';
import { asTables, smallestPack } from './city-pack.fixture.ts';
import { checkCityPack } from './city-pack-check.ts';
import type { PackFile } from './city-pack-table.ts';

type Rows = ReturnType<typeof smallestPack>;

function faultsAfter(change: (rows: Rows) => void): string[] {
  const rows = smallestPack();
  change(rows);
  const checked = checkCityPack(asTables(rows));
  return checked.ok ? [] : checked.faults.map(({ file, line, reason }) => `${file}:${line} ${reason}`);
}

function set(file: PackFile, row: number, column: number, value: string) {
  return (rows: Rows): void => {
    const cells = rows[file][row];
    if (!cells) throw new Error(`no row ${row} in ${file}`);
    cells[column] = value;
  };
}

const add =
  (file: PackFile, ...cells: string[]) =>
  (rows: Rows) =>
    void rows[file].push(cells);
const remove = (file: PackFile, row: number) => (rows: Rows) => void rows[file].splice(row, 1);

describe('checkCityPack', () => {
  test('reads a pack that is in order', () => {
    const checked = checkCityPack(asTables(smallestPack()));
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    const { pack } = checked;
    expect(pack.city).toMatchObject({
      code: '9901',
      zone: 'Asia/Shanghai',
      minimumReopenWorkingDays: 5,
      reviewOneIn: 5,
    });
    expect(pack.regions.get('990101001')).toMatchObject({ parentCode: '990101', level: 'township' });
    expect(pack.departments.get('housing')?.levels).toEqual(new Set(['county']));
    expect(pack.routing.get('03')).toEqual(['housing', 'justice']);
    expect(pack.stepLimits.accept).toMatchObject({ count: 5, unit: 'working-day', source: '本市规定' });
    expect(pack.words[0]).toEqual({ word: '宅基地', kind: '03', weight: 5 });
  });

  test('regions stand parents first, whatever the order of the file', () => {
    const rows = smallestPack();
    rows['regions.csv'].reverse();
    const checked = checkCityPack(asTables(rows));
    expect(checked.ok && [...checked.pack.regions.keys()]).toEqual(['9901', '990101', '990101001']);
  });

  test.each<[string, (rows: Rows) => void, string]>([
    ['a repeated code', add('kinds.csv', '03', '重复', 'Again'), 'kinds.csv:4 "03" stands already on line 2'],
    ['an empty name', set('kinds.csv', 0, 2, ''), 'kinds.csv:2 "name_en" is empty'],
    ['an unknown setting', add('city.csv', 'colour', 'red'), 'city.csv:11 unknown key "colour"'],
    ['a missing setting', remove('city.csv', 3), 'city.csv:0 the key "zone" is missing'],
    ['no time zone', set('city.csv', 3, 1, 'Asia/Baotou'), 'city.csv:5 zone is a time zone'],
    [
      'no number of days',
      set('city.csv', 6, 1, '0'),
      'city.csv:8 minimum_reopen_working_days is a whole number',
    ],
    [
      'a parent that is not there',
      set('regions.csv', 2, 4, '990102'),
      'regions.csv:4 the parent "990102" is not among',
    ],
    [
      'a foreign parent',
      set('regions.csv', 1, 0, '980101'),
      'regions.csv:3 the code "980101" does not extend',
    ],
    [
      'a code of another length',
      set('regions.csv', 2, 0, '9901010010'),
      'regions.csv:4 the code of a township has 9',
    ],
    [
      'a level skipped',
      set('regions.csv', 2, 4, '9901'),
      'regions.csv:4 the parent "9901" of a township is no county',
    ],
    ['another city', set('city.csv', 0, 1, '9902'), 'regions.csv:2 the city is "9902" in city.csv'],
    ['no city', remove('regions.csv', 0), 'regions.csv:0 a pack has one city, not 0'],
    [
      'a township department without its name there',
      set('departments.csv', 0, 5, ''),
      'departments.csv:2 a department of townships',
    ],
    ['an unknown level', set('departments.csv', 0, 4, 'city;village'), 'departments.csv:2 levels are'],
    [
      'an unknown presence',
      set('departments.csv', 0, 3, 'sometimes'),
      'departments.csv:2 unknown presence "sometimes"',
    ],
    ['a kind nobody knows', add('routing.csv', '55', 'justice'), 'routing.csv:4 unknown kind "55"'],
    [
      'a department nobody knows',
      set('routing.csv', 0, 1, 'justice;magic'),
      'routing.csv:2 unknown department "magic"',
    ],
    [
      'a kind without routing',
      remove('routing.csv', 0),
      'routing.csv:0 no department is named for the kind "03"',
    ],
    ['a step without limit', remove('step-limits.csv', 1), 'step-limits.csv:0 the step "route" has no limit'],
    ['a limit of nothing', set('step-limits.csv', 0, 1, '0'), 'step-limits.csv:2 a limit is a whole number'],
    [
      'a safety review too late',
      set('step-limits.csv', 9, 1, '8'),
      'step-limits.csv:11 the safety flag is reviewed',
    ],
    [
      'a danger of its own',
      add('dangers.csv', 'troublemaker', 'x', 'x', 'x', 'x'),
      'dangers.csv:8 unknown code "troublemaker"; the list is closed',
    ],
    ['a channel left out', remove('channels.csv', 0), 'channels.csv:0 "window" is missing'],
    [
      'a day that does not exist',
      add('calendar.csv', '2027-02-30', 'holiday', '通知'),
      'calendar.csv:2 a date is a day',
    ],
    [
      'a year without holidays',
      set('city.csv', 8, 1, '2027'),
      'calendar.csv:0 2027 is named in city.csv as published',
    ],
    ['a word for no kind', add('words.csv', '吵闹', '02', '2'), 'words.csv:4 unknown kind "02"'],
    [
      'a weight out of range',
      add('words.csv', '吵闹', '03', '9'),
      'words.csv:4 a weight is a whole number from 1 to 5',
    ],
    [
      'a word twice for a kind',
      add('words.csv', '房屋', '03', '1'),
      'words.csv:4 "房屋, 03" stands already on line 3',
    ],
    [
      'a text with nothing to fill in',
      set('receipt.csv', 7, 1, '很快'),
      'receipt.csv:9 "zh" fills in {date}, not nothing',
    ],
    [
      'a message of no template',
      add('messages.csv', 'praised', '{code}{link}', '{code}{link}'),
      `messages.csv:${messageTexts.length + 2} unknown template "praised"; known are registered,`,
    ],
    [
      'a story in a message',
      set('messages.csv', 0, 1, '{code}{link}{story}'),
      'messages.csv:2 "zh" fills in {story}; this text may fill in {code} {link} {office} {due}',
    ],
    [
      'a day where none is owed',
      set('messages.csv', 8, 2, '{code}{link}{due}'),
      'messages.csv:10 "en" fills in {due}',
    ],
    [
      'a message without its code',
      set('messages.csv', 1, 2, '{link}'),
      'messages.csv:3 "en" does not fill in {code}',
    ],
    ['a message in one language', set('messages.csv', 1, 2, ''), 'messages.csv:3 "en" is empty'],
    ['a message left out', remove('messages.csv', 2), 'messages.csv:0 the text "declined" is missing'],
    ['a colour of its own', set('levels.csv', 0, 0, 'black'), 'levels.csv:2 unknown level "black"; the list'],
    ['a colour left out', remove('levels.csv', 3), 'levels.csv:0 "red" is missing'],
    ['a reply too late', set('levels.csv', 0, 3, '31'), 'levels.csv:2 a reply is due within 0 to 30 days'],
    [
      'a graver colour answered later',
      set('levels.csv', 3, 3, '2'),
      'levels.csv:5 "red" is answered later than the milder "orange"',
    ],
    ['a colour that goes up perhaps', set('levels.csv', 0, 5, ''), 'levels.csv:2 "escalates" is yes or no'],
    [
      'a rule about a person',
      add('level-rules.csv', 'red', 'danger = 0 and past-complaints >= 3'),
      'level-rules.csv:4 "when" at character 16: unknown-fact; facts are share-used, days-overdue,',
    ],
    [
      'a rule that always holds',
      set('level-rules.csv', 0, 1, 'returns >= 0'),
      'level-rules.csv:2 "when" at character 1: always-holds',
    ],
    ['danger without red', remove('level-rules.csv', 1), 'level-rules.csv:0 danger-is-not-red'],
    ['a text left out', remove('receipt.csv', 0), 'receipt.csv:0 the text "title" is missing'],
  ])('refuses %s', (_, change, start) => {
    expect(faultsAfter(change)).toEqual(expect.arrayContaining([expect.stringContaining(start)]));
  });

  test('lists every fault at once', () => {
    const changes = [set('kinds.csv', 0, 2, ''), remove('routing.csv', 0), set('step-limits.csv', 0, 1, '0')];
    const faults = faultsAfter((rows) => {
      for (const change of changes) change(rows);
    });
    expect(faults).toHaveLength(3);
  });

  test('says which file or column is missing or unknown', () => {
    const { 'kinds.csv': _, ...rest } = smallestPack();
    const tables = asTables(rest).map((table) =>
      table.file === 'needs.csv' ? { ...table, columns: ['code', 'name', 'colour'] } : table,
    );
    const checked = checkCityPack([...tables, { file: 'kind.csv', columns: [], rows: [] }]);
    const faults = checked.ok
      ? []
      : checked.faults.map(({ file, line, reason }) => `${file}:${line} ${reason}`);
    expect(faults).toContain('kinds.csv:0 the file is missing');
    expect(faults).toContain('kind.csv:0 no file of a city pack has this name');
    expect(faults).toContain('needs.csv:1 unknown column "colour"; known are code, name, name_en');
    expect(faults).toContain('needs.csv:1 the column "name_en" is missing');
  });
});
