import { type Region, regionLevels } from './city-pack.ts';
import type { PackReader } from './city-pack-table.ts';

/** The codes are cut to their level, so that a child's extends its parent's (GB/T 2260). */
const codeLengths = { city: 4, county: 6, township: 9 } as const;

/** The regions by code, parents first: one city, its counties, their townships. */
export function checkRegions(reader: PackReader, cityCode: string): Map<string, Region> {
  const rows = reader.rows('regions.csv');
  const levelOf = new Map(rows.map((row) => [row.cell('code'), row.cell('level')]));
  const regions: Region[] = [];
  for (const row of rows) {
    const code = row.cell('code');
    const parentCode = row.cell('parent_code');
    const level = regionLevels.find((known) => known === row.cell('level'));
    if (!level) {
      row.fault(`unknown level "${row.cell('level')}"; known are ${regionLevels.join(', ')}`);
      continue;
    }
    if (!/^[0-9]+$/.test(code) || code.length !== codeLengths[level]) {
      row.fault(`the code of a ${level} has ${codeLengths[level]} digits, not "${code}"`);
    }
    const upperLevel = regionLevels[regionLevels.indexOf(level) - 1];
    if (upperLevel === undefined) {
      if (parentCode !== '') row.fault('a city has no parent');
      if (code !== cityCode) row.fault(`the city is "${cityCode}" in city.csv, not "${code}"`);
    } else if (!levelOf.has(parentCode)) row.fault(`the parent "${parentCode}" is not among the regions`);
    else if (levelOf.get(parentCode) !== upperLevel)
      row.fault(`the parent "${parentCode}" of a ${level} is no ${upperLevel}`);
    else if (!code.startsWith(parentCode))
      row.fault(`the code "${code}" does not extend its parent's "${parentCode}"`);
    regions.push({
      code,
      name: row.cell('name'),
      nameEn: row.cell('name_en'),
      level,
      parentCode: parentCode === '' ? undefined : parentCode,
    });
  }
  const cities = regions.filter(({ level }) => level === 'city').length;
  if (cities !== 1) reader.fault('regions.csv', `a pack has one city, not ${cities}`);
  regions.sort((one, other) => regionLevels.indexOf(one.level) - regionLevels.indexOf(other.level));
  return new Map(regions.map((region) => [region.code, region]));
}
