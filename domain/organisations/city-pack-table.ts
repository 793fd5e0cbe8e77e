/** One file of a city pack, cut into rows; `line` is the line in the file. */
export type PackTable = {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly PackRow[];
};
export type PackRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

/** What is wrong with a pack, and where. Line 0 stands for the file as a whole. */
export type PackFault = { readonly file: string; readonly line: number; readonly reason: string };

/** The files of a pack with their columns; the first is the key unless rows are asked for by another. */
export const packColumns = {
  'city.csv': ['key', 'value'],
  'regions.csv': ['code', 'name', 'name_en', 'level', 'parent_code'],
  'departments.csv': ['code', 'name', 'name_en', 'presence', 'levels', 'township_name', 'township_name_en'],
  'kinds.csv': ['code', 'name', 'name_en'],
  'channels.csv': ['code', 'name', 'name_en'],
  'needs.csv': ['code', 'name', 'name_en'],
  'dangers.csv': ['code', 'name', 'name_en', 'help', 'help_en'],
  'calendar.csv': ['date', 'kind', 'source'],
  'step-limits.csv': ['step', 'limit', 'unit', 'title', 'title_en', 'source'],
  'routing.csv': ['kind', 'departments'],
  'words.csv': ['word', 'kind', 'weight'],
  'receipt.csv': ['key', 'zh', 'en'],
  'centres.csv': ['region', 'address', 'address_en', 'phone', 'hours', 'hours_en'],
  'tiles.csv': ['region', 'row', 'column'],
  'ways.csv': ['way', 'name', 'name_en', 'what', 'what_en', 'source', 'procedure'],
  'kind-ways.csv': ['kind', 'ways', 'bring', 'bring_en'],
  'messages.csv': ['template', 'zh', 'en'],
  'levels.csv': ['level', 'name', 'name_en', 'reply_within_days', 'reply_unit', 'escalates', 'source'],
  'level-rules.csv': ['level', 'when'],
  'procedures/procedures.csv': [
    'procedure',
    'in_force_from',
    'title',
    'title_en',
    'what',
    'what_en',
    'body',
    'body_en',
    'held_by',
    'entry',
    'voluntary',
    'started_by',
    'kinds',
    'excluded_kinds',
    'requires',
    'events',
    'source',
    'verified',
  ],
  'procedures/clocks.csv': [
    'procedure',
    'in_force_from',
    'clock',
    'title',
    'title_en',
    'starts',
    'ends',
    'limit',
    'unit',
    'first_day',
    'last_day',
    'main',
    'owed_by',
    'extend_most',
    'extend_unit',
    'extend_times',
    'extend_by_law',
    'extend_approver',
    'expiry',
    'expiry_en',
    'source',
    'verified',
  ],
  'procedures/pauses.csv': [
    'procedure',
    'in_force_from',
    'clock',
    'ground',
    'title',
    'title_en',
    'most_days',
    'source',
  ],
  'procedures/outcomes.csv': ['procedure', 'in_force_from', 'outcome', 'title', 'title_en', 'next'],
  'procedures/bring.csv': ['procedure', 'clock', 'bring', 'bring_en', 'source'],
} as const satisfies Record<string, readonly string[]>;
export type PackFile = keyof typeof packColumns;

/** Cells that may be empty; every other must say something. */
const optionalCells = new Set([
  'regions.csv parent_code',
  'city.csv value',
  'departments.csv township_name',
  'departments.csv township_name_en',
  'centres.csv address',
  'centres.csv address_en',
  'centres.csv phone',
  'ways.csv procedure',
  'procedures/procedures.csv kinds',
  'procedures/procedures.csv excluded_kinds',
  'procedures/procedures.csv requires',
  'procedures/bring.csv clock',
  'procedures/clocks.csv ends',
  'procedures/clocks.csv extend_most',
  'procedures/clocks.csv extend_unit',
  'procedures/clocks.csv extend_times',
  'procedures/clocks.csv extend_by_law',
  'procedures/clocks.csv extend_approver',
]);

/** A row whose cells are all there, and which knows how to complain about itself. */
export type CheckedRow<Column extends string> = {
  readonly cell: (column: Column) => string;
  readonly fault: (reason: string) => void;
};

/** Hands out the rows of the pack's files, collecting what is wrong with their shape on the way. */
export type PackReader = {
  readonly rows: <File extends PackFile>(
    file: File,
    uniqueBy?: readonly (typeof packColumns)[File][number][],
  ) => CheckedRow<(typeof packColumns)[File][number]>[];
  readonly fault: (file: PackFile, reason: string) => void;
};

/** Opens the tables: unknown and missing files and columns, empty cells and repeated keys become faults. */
export function openPack(tables: readonly PackTable[], faults: PackFault[]): PackReader {
  const byFile = new Map(tables.map((table) => [table.file, table]));
  for (const { file } of tables) {
    if (!Object.hasOwn(packColumns, file))
      faults.push({ file, line: 0, reason: 'no file of a city pack has this name' });
  }
  for (const [file, columns] of Object.entries(packColumns)) {
    const table = byFile.get(file);
    if (!table) {
      faults.push({ file, line: 0, reason: 'the file is missing' });
      continue;
    }
    for (const column of table.columns) {
      if (!(columns as readonly string[]).includes(column)) {
        faults.push({ file, line: 1, reason: `unknown column "${column}"; known are ${columns.join(', ')}` });
      }
    }
    for (const column of columns) {
      if (!table.columns.includes(column))
        faults.push({ file, line: 1, reason: `the column "${column}" is missing` });
    }
  }
  return {
    fault: (file, reason) => void faults.push({ file, line: 0, reason }),
    rows: (file, uniqueBy = packColumns[file].slice(0, 1)) => {
      const columns: readonly string[] = packColumns[file];
      const seen = new Map<string, number>();
      return (byFile.get(file)?.rows ?? []).map(({ line, cells }) => {
        const fault = (reason: string): void => void faults.push({ file, line, reason });
        for (const column of columns) {
          if (cells[column] === '' && !optionalCells.has(`${file} ${column}`)) fault(`"${column}" is empty`);
        }
        const key = uniqueBy.map((column) => cells[column] ?? '').join(', ');
        const before = seen.get(key);
        if (before === undefined) seen.set(key, line);
        else fault(`"${key}" stands already on line ${before}`);
        return { fault, cell: (column) => cells[column] ?? '' };
      });
    },
  };
}
