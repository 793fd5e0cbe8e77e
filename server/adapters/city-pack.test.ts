import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CityPackFault, loadCityPack } from './city-pack.ts';

const baotou = new URL('../../cities/baotou', import.meta.url).pathname;

describe('the city pack of Baotou', () => {
  test('is in order and holds the 97 centres and the 17 departments of a county centre', async () => {
    const pack = await loadCityPack(baotou);
    const levels = [...pack.regions.values()].map(({ level }) => level);
    expect(levels.filter((level) => level === 'city')).toHaveLength(1);
    expect(levels.filter((level) => level === 'county')).toHaveLength(10);
    expect(levels.filter((level) => level === 'township')).toHaveLength(86);
    expect([...pack.departments.values()].filter(({ levels }) => levels.has('county'))).toHaveLength(17);
    expect(pack.kinds.size).toBe(18);
    expect(pack.words.length).toBeGreaterThan(1000);
    expect(new Set(pack.procedures.map(({ key }) => key)).size).toBe(16);
  });

  test('ships an import map whose region, channel and kind it knows, and whose columns the sample has', async () => {
    const pack = await loadCityPack(baotou);
    const map = JSON.parse(await readFile(join(baotou, 'imports/petitions.json'), 'utf8'));
    const [header = ''] = (await readFile(join(baotou, 'imports/sample.csv'), 'utf8')).split('\n');
    expect(pack.regions.has(map.region) && pack.channels.has(map.channel) && pack.kinds.has(map.kind)).toBe(
      true,
    );
    expect(header.split(',')).toEqual(Object.values(map.columns));
  });
});

describe('a pack with faults', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hejie-pack-'));
    await cp(baotou, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function change(
    file: string,
    edit: (text: string) => string | Uint8Array,
  ): Promise<readonly string[]> {
    await writeFile(join(folder, file), edit(await readFile(join(folder, file), 'utf8')));
    const fault = await loadCityPack(folder).catch((error: unknown) => error);
    if (!(fault instanceof CityPackFault)) throw new Error(`no fault but ${fault}`);
    return fault.message.split('\n').map((line) => line.trim());
  }

  test.each<[string, string, (text: string) => string | Uint8Array, string]>([
    [
      'a wrong parent',
      'regions.csv',
      (text) => text.replace('county,1502\n150203', 'county,1503\n150203'),
      'regions.csv:3 the parent "1503" is not among the regions',
    ],
    [
      'a cell too many',
      'kinds.csv',
      (text) => text.replace('Neighbours', 'Neighbours,x'),
      'kinds.csv:3 the row has 4 cells, the header 3',
    ],
    [
      'a cell too few after an empty line',
      'kinds.csv',
      (text) => text.replace('02,', '\n02;'),
      'kinds.csv:4 the row has 2 cells, the header 3',
    ],
    ['a quote left open', 'kinds.csv', (text) => text.replace('02,', '02,"'), 'kinds.csv'],
    [
      'a line break in a cell',
      'kinds.csv',
      (text) => text.replace('Neighbours', '"Neigh\nbours"'),
      'kinds.csv:4 a cell holds a line break or another control character',
    ],
    [
      'a limit without source, in the folder below',
      'procedures/clocks.csv',
      (text) => text.replace('人民调解工作若干规定第三十三条；人民调解法第二十六条', ''),
      'procedures/clocks.csv:2 "source" is empty',
    ],
    [
      'a way that leads nowhere',
      'procedures/outcomes.csv',
      (text) => text.replace('judicial-confirmation;exit', 'duel;exit'),
      'procedures/outcomes.csv:2 "next" names an unknown procedure "duel"',
    ],
    [
      'another encoding',
      'kinds.csv',
      () => new Uint8Array([0xbb, 0xe9, 0xd2, 0xf6]),
      'kinds.csv the file is not UTF-8',
    ],
  ])('is refused with file, line and reason: %s', async (_, file, edit, start) => {
    expect(await change(file, edit)).toEqual(expect.arrayContaining([expect.stringContaining(start)]));
  });

  test('a byte order mark and Windows line ends do no harm', async () => {
    const kinds = await readFile(join(folder, 'kinds.csv'), 'utf8');
    await writeFile(join(folder, 'kinds.csv'), `\ufeff${kinds.replaceAll('\n', '\r\n')}`);
    expect((await loadCityPack(folder)).kinds.size).toBe(18);
  });

  test('a missing file is named', async () => {
    await rm(join(folder, 'routing.csv'));
    await expect(loadCityPack(folder)).rejects.toThrow('routing.csv the file is missing');
    await rm(join(folder, 'procedures'), { recursive: true });
    await expect(loadCityPack(folder)).rejects.toThrow('procedures/pauses.csv the file is missing');
  });
});
