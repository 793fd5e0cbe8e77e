import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { CityPack } from '#domain/organisations/city-pack.ts';
import { checkCityPack } from '#domain/organisations/city-pack-check.ts';
import type { PackFault, PackRow, PackTable } from '#domain/organisations/city-pack-table.ts';

export type { CityPack };

/** A pack that cannot be used; its message lists every fault as `file:line reason`. */
export class CityPackFault extends Error {
  readonly faults: readonly PackFault[];

  constructor(folder: string, faults: readonly PackFault[]) {
    const lines = faults.map(
      ({ file, line, reason }) => `  ${line > 0 ? `${file}:${line}` : file} ${reason}`,
    );
    super(`The city pack in ${folder} has ${faults.length} fault(s):\n${lines.join('\n')}`);
    this.name = 'CityPackFault';
    this.faults = faults;
  }
}

/** Reads and checks a city pack; throws a CityPackFault that lists all that is wrong with it. */
export async function loadCityPack(folder: string): Promise<CityPack> {
  const faults: PackFault[] = [];
  const files = [...(await tablesIn(folder, '')), ...(await tablesIn(folder, 'procedures/'))];
  const tables = await Promise.all(
    files.map(async (file) => readTable(file, await readFile(join(folder, file)), faults)),
  );
  const checked = checkCityPack(tables);
  if (!checked.ok) faults.push(...checked.faults);
  if (!checked.ok || faults.length > 0) throw new CityPackFault(folder, faults);
  return checked.pack;
}

/** The tables directly below a folder of the pack; none where there is no such folder. */
async function tablesIn(folder: string, below: string): Promise<string[]> {
  const entries = await readdir(join(folder, below)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && below !== '') return [];
    throw error;
  });
  return entries
    .filter((file) => file.endsWith('.csv'))
    .sort()
    .map((file) => `${below}${file}`);
}

function readTable(file: string, bytes: Uint8Array, faults: PackFault[]): PackTable {
  const unreadable = (line: number, reason: string): PackTable => {
    faults.push({ file, line, reason });
    return { file, columns: [], rows: [] };
  };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return unreadable(0, 'the file is not UTF-8');
  }
  try {
    return cutTable(file, text, faults);
  } catch (error) {
    if (error instanceof CsvError)
      return unreadable(Number(error.lines ?? 0), `no valid CSV: ${error.message}`);
    throw error;
  }
}

type Cut = { readonly record: string[]; readonly info: { readonly lines: number } };

function cutTable(file: string, text: string, faults: PackFault[]): PackTable {
  const cuts = parse(text, {
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as Cut[];
  const columns = cuts[0]?.record ?? [];
  const rows: PackRow[] = [];
  for (const { record, info } of cuts.slice(1)) {
    const line = info.lines;
    if (record.length !== columns.length) {
      faults.push({ file, line, reason: `the row has ${record.length} cells, the header ${columns.length}` });
    } else if (record.some((cell) => /\p{Cc}/u.test(cell))) {
      faults.push({ file, line, reason: 'a cell holds a line break or another control character' });
    } else {
      rows.push({
        line,
        cells: Object.fromEntries(columns.map((column, index) => [column, record[index] ?? ''])),
      });
    }
  }
  return { file, columns, rows };
}
