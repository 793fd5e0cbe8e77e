import type { Procedure } from '#domain/roadmap/procedures/procedure.ts';
import type { Bringing, CentreDetails, Guidance, GuidanceOfKind, Region, Tile, Way } from './city-pack.ts';
import { inBoth } from './city-pack-cells.ts';
import type { PackReader } from './city-pack-table.ts';

/** The row of `centres.csv` that holds for every centre without one. */
const everyCentre = '*';
/** A map of so many tiles either way fits a telephone. */
export const tilesAcross = 6;
export const tilesDown = 8;

/** What the public is told: centres, a schematic map of the counties, and the ways for each kind of dispute. */
export function checkGuidance(
  reader: PackReader,
  regions: ReadonlyMap<string, Region>,
  kinds: ReadonlyMap<string, unknown>,
  procedures: readonly Procedure[],
): Guidance {
  const ways = checkWays(reader, procedures);
  return {
    ...checkCentres(reader, regions),
    tiles: checkTiles(reader, regions),
    ways,
    ofKinds: checkKindWays(reader, kinds, ways),
    toBring: checkToBring(reader, procedures),
  };
}

function checkCentres(
  reader: PackReader,
  regions: ReadonlyMap<string, Region>,
): Pick<Guidance, 'centres' | 'usual'> {
  const centres = new Map<string, CentreDetails>();
  for (const row of reader.rows('centres.csv')) {
    const code = row.cell('region');
    const address = { zh: row.cell('address'), en: row.cell('address_en') };
    const phone = row.cell('phone');
    if (code !== everyCentre && !regions.has(code)) row.fault(`unknown region "${code}"`);
    if (code === everyCentre && (address.zh || phone)) row.fault('no address or telephone is every centre’s');
    if ((address.zh === '') !== (address.en === ''))
      row.fault('an address stands in both languages or in none');
    if (phone !== '' && !/^[0-9-]{5,20}$/.test(phone)) row.fault(`"${phone}" is no telephone number`);
    centres.set(code, {
      address: address.zh === '' ? null : address,
      phone: phone === '' ? null : phone,
      hours: { zh: row.cell('hours'), en: row.cell('hours_en') },
      isUsual: code === everyCentre,
    });
  }
  const usual = centres.get(everyCentre);
  if (usual === undefined)
    reader.fault('centres.csv', `the row "${everyCentre}" with the usual hours is missing`);
  centres.delete(everyCentre);
  return {
    centres,
    usual: usual ?? { address: null, phone: null, hours: { zh: '', en: '' }, isUsual: true },
  };
}

function checkTiles(reader: PackReader, regions: ReadonlyMap<string, Region>): Map<string, Tile> {
  const tiles = new Map<string, Tile>();
  const taken = new Map<string, string>();
  for (const row of reader.rows('tiles.csv')) {
    const code = row.cell('region');
    const tile = { row: Number(row.cell('row')), column: Number(row.cell('column')) };
    const place = `${tile.row}, ${tile.column}`;
    if (regions.get(code)?.level !== 'county') row.fault(`"${code}" is no county of regions.csv`);
    if (!isFrom1To(tilesDown, tile.row)) row.fault(`a row is a whole number from 1 to ${tilesDown}`);
    if (!isFrom1To(tilesAcross, tile.column))
      row.fault(`a column is a whole number from 1 to ${tilesAcross}`);
    const before = taken.get(place);
    if (before !== undefined) row.fault(`the place ${place} is taken by "${before}"`);
    taken.set(place, code);
    tiles.set(code, tile);
  }
  if (tiles.size === 0) return tiles;
  for (const { code, level } of regions.values()) {
    if (level === 'county' && !tiles.has(code))
      reader.fault('tiles.csv', `the county "${code}" has no place`);
  }
  return tiles;
}

function isFrom1To(most: number, value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

function checkWays(reader: PackReader, procedures: readonly Procedure[]): Map<string, Way> {
  return new Map(
    reader.rows('ways.csv').map((row) => {
      const code = row.cell('way');
      if (!/^[a-z][a-z0-9-]*$/.test(code))
        row.fault(`a way's code has small letters and hyphens, not "${code}"`);
      const what = inBoth(row, 'what', 'what_en');
      const procedure = row.cell('procedure') || null;
      if (procedure !== null && !procedures.some(({ key }) => key === procedure))
        row.fault(`unknown procedure "${procedure}"`);
      const named = { code, name: row.cell('name'), nameEn: row.cell('name_en') };
      return [code, { ...named, what, source: row.cell('source'), procedure }];
    }),
  );
}

function checkKindWays(
  reader: PackReader,
  kinds: ReadonlyMap<string, unknown>,
  known: ReadonlyMap<string, Way>,
): Map<string, GuidanceOfKind> {
  const ofKinds = new Map<string, GuidanceOfKind>();
  for (const row of reader.rows('kind-ways.csv')) {
    const kind = row.cell('kind');
    const ways = row
      .cell('ways')
      .split(';')
      .map((way) => way.trim())
      .filter((way) => way !== '');
    if (!kinds.has(kind)) row.fault(`unknown kind "${kind}"`);
    for (const [index, way] of ways.entries()) {
      if (!known.has(way)) row.fault(`unknown way "${way}"`);
      if (ways.indexOf(way) !== index) row.fault(`the way "${way}" is named twice`);
    }
    ofKinds.set(kind, { ways, bring: { zh: row.cell('bring'), en: row.cell('bring_en') } });
  }
  for (const kind of kinds.keys()) {
    if (!ofKinds.has(kind)) reader.fault('kind-ways.csv', `no way is named for the kind "${kind}"`);
  }
  return ofKinds;
}

/** What one brings to begin a procedure, or, where a clock is named, to use that window of the parties. */
function checkToBring(reader: PackReader, procedures: readonly Procedure[]): Map<string, Bringing> {
  return new Map(
    reader.rows('procedures/bring.csv', ['procedure', 'clock']).map((row) => {
      const [key, clock] = [row.cell('procedure'), row.cell('clock')];
      const versions = procedures.filter((one) => one.key === key);
      const isWindow = versions.some(({ clocks }) =>
        clocks.some((one) => one.key === clock && one.owedBy === 'party'),
      );
      if (versions.length === 0) row.fault(`unknown procedure "${key}"`);
      else if (clock !== '' && !isWindow)
        row.fault(`"${key}" has no window of the parties called "${clock}"`);
      const what = inBoth(row, 'bring', 'bring_en');
      return [clock === '' ? key : `${key}/${clock}`, { what, source: row.cell('source') }];
    }),
  );
}

/** What the public is told of a region's centre. */
export function centreDetails({ centres, usual }: Guidance, regionCode: string): CentreDetails {
  return centres.get(regionCode) ?? usual;
}
