import type { KindWord } from '#domain/matters/suggest-kind.ts';
import { channels, needs } from '#domain/matters/vocabulary.ts';
import { type CityPack, type Named, type PackDepartment, presences, regionLevels } from './city-pack.ts';
import { listOf } from './city-pack-cells.ts';
import { checkCalendar, checkCity } from './city-pack-city.ts';
import { checkGuidance } from './city-pack-guidance.ts';
import { checkLevelRules, checkLevels } from './city-pack-levels.ts';
import { checkMessages } from './city-pack-messages.ts';
import { checkProcedures } from './city-pack-procedures/check-procedures.ts';
import { checkDangers, checkReceipt, checkStepLimits } from './city-pack-promises.ts';
import { checkRegions } from './city-pack-regions.ts';
import { openPack, type PackFault, type PackReader, type PackTable } from './city-pack-table.ts';

export type CheckedCityPack =
  | { readonly ok: true; readonly pack: CityPack }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** Whether the tables make a city pack; if not, everything that is wrong, with file, line and reason. */
export function checkCityPack(tables: readonly PackTable[]): CheckedCityPack {
  const faults: PackFault[] = [];
  const reader = openPack(tables, faults);
  const { city, publishedYears } = checkCity(reader);
  const regions = checkRegions(reader, city.code);
  const departments = checkDepartments(reader);
  const kinds = checkNamed(reader, 'kinds.csv');
  const procedures = checkProcedures(reader, kinds);
  const pack: CityPack = {
    city,
    regions,
    departments,
    kinds,
    channels: checkVocabulary(reader, 'channels.csv', channels),
    needs: checkVocabulary(reader, 'needs.csv', needs),
    dangers: checkDangers(reader),
    calendar: checkCalendar(reader, publishedYears),
    stepLimits: checkStepLimits(reader),
    routing: checkRouting(reader, kinds, departments),
    words: checkWords(reader, kinds),
    receipt: checkReceipt(reader),
    guidance: checkGuidance(reader, regions, kinds, procedures),
    messages: checkMessages(reader),
    levels: checkLevels(reader),
    levelRules: checkLevelRules(reader),
    procedures,
  };
  return faults.length === 0 ? { ok: true, pack } : { ok: false, faults };
}

function checkNamed(reader: PackReader, file: 'kinds.csv'): Map<string, Named<string>> {
  const rows = reader.rows(file);
  if (rows.length === 0) reader.fault(file, 'there is no row');
  return new Map(
    rows.map((row) => {
      const code = row.cell('code');
      return [code, { code, name: row.cell('name'), nameEn: row.cell('name_en') }];
    }),
  );
}

/** The program knows these codes by name: a pack words them, all of them and no others. */
function checkVocabulary<Code extends string>(
  reader: PackReader,
  file: 'channels.csv' | 'needs.csv',
  vocabulary: readonly Code[],
): Map<Code, Named<Code>> {
  const named = new Map<Code, Named<Code>>();
  for (const row of reader.rows(file)) {
    const code = vocabulary.find((known) => known === row.cell('code'));
    if (code === undefined)
      row.fault(`unknown code "${row.cell('code')}"; known are ${vocabulary.join(', ')}`);
    else named.set(code, { code, name: row.cell('name'), nameEn: row.cell('name_en') });
  }
  for (const code of vocabulary) if (!named.has(code)) reader.fault(file, `"${code}" is missing`);
  return named;
}

function checkDepartments(reader: PackReader): Map<string, PackDepartment> {
  const departments = new Map<string, PackDepartment>();
  for (const row of reader.rows('departments.csv')) {
    const code = row.cell('code');
    const presence = presences.find((known) => known === row.cell('presence'));
    const levels = listOf(row.cell('levels'));
    const knownLevels = regionLevels.filter((level) => levels.includes(level));
    if (!/^[a-z][a-z0-9-]*$/.test(code))
      row.fault(`a department's code has small letters and hyphens, not "${code}"`);
    if (!presence) row.fault(`unknown presence "${row.cell('presence')}"; known are ${presences.join(', ')}`);
    if (knownLevels.length !== levels.length) {
      row.fault(`levels are ${regionLevels.join(';')} or some of them, not "${row.cell('levels')}"`);
    }
    const township = { name: row.cell('township_name'), nameEn: row.cell('township_name_en') };
    if (levels.includes('township') && (township.name === '' || township.nameEn === '')) {
      row.fault('a department of townships needs the name it has there, in both languages');
    }
    departments.set(code, {
      code,
      name: row.cell('name'),
      nameEn: row.cell('name_en'),
      township,
      presence: presence ?? 'on-call',
      levels: new Set(knownLevels),
    });
  }
  return departments;
}

function checkRouting(
  reader: PackReader,
  kinds: ReadonlyMap<string, unknown>,
  departments: ReadonlyMap<string, unknown>,
): Map<string, readonly string[]> {
  const routing = new Map<string, readonly string[]>();
  for (const row of reader.rows('routing.csv')) {
    const kind = row.cell('kind');
    const offices = listOf(row.cell('departments'));
    if (!kinds.has(kind)) row.fault(`unknown kind "${kind}"`);
    for (const [index, office] of offices.entries()) {
      if (!departments.has(office)) row.fault(`unknown department "${office}"`);
      if (offices.indexOf(office) !== index) row.fault(`the department "${office}" is named twice`);
    }
    routing.set(kind, offices);
  }
  for (const kind of kinds.keys()) {
    if (!routing.has(kind)) reader.fault('routing.csv', `no department is named for the kind "${kind}"`);
  }
  return routing;
}

function checkWords(reader: PackReader, kinds: ReadonlyMap<string, unknown>): KindWord[] {
  return reader.rows('words.csv', ['word', 'kind']).map((row) => {
    const word = row.cell('word');
    const kind = row.cell('kind');
    const weight = Number(row.cell('weight'));
    if ([...word].length < 2 || /\s/.test(word))
      row.fault(`a word has two characters or more and no space, not "${word}"`);
    if (!kinds.has(kind)) row.fault(`unknown kind "${kind}"`);
    if (!Number.isInteger(weight) || weight < 1 || weight > 5) {
      row.fault(`a weight is a whole number from 1 to 5, not "${row.cell('weight')}"`);
    }
    return { word, kind, weight };
  });
}
