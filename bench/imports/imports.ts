import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPostmaster } from '#server/database/embedded/postmaster.ts';
import { ledgerHeadings as columns } from '#server/features/imports/ledger.fixture.ts';
import { startChild } from '../instance/child.ts';
import type { Instance } from '../instance/start-instance.ts';
import { rounded } from '../load/figures.ts';
import { printLine } from '../report.ts';
import { importByCommand } from './by-command.ts';
import type { LedgerOrder, Ledgers } from './ledger-process.ts';
import { importOnScreen } from './on-screen.ts';
import { memoryOf, secondsOfServer } from './process-figures.ts';

const wanted = { seconds: 300, megabytes: 400 } as const;
const kinds = ['csv', 'shared', 'inline'] as const satisfies readonly (keyof Ledgers)[];

type Figures = Record<string, string | number>;
type Trial = {
  readonly folder: string;
  readonly file: string;
  readonly label: string;
  readonly rows: number;
  /** What the program that serves took before it was given anything. */
  readonly idleMb: number;
};

/**
 * A ledger such as streets keep, as text and as two kinds of workbook (the words in a table of their own, as Excel writes
 * them, or in their cells), brought in by the command in a process of its own and on screen in the program that serves:
 * how fast, and how much memory it takes.
 */
export async function benchImports(instance: Instance, sizes = [10_000, 100_000]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hejie-bench-imports-'));
  const idleMb = memoryOf(instance.pid).nowMb;
  const maker = startChild<LedgerOrder, Ledgers>(join(import.meta.dirname, 'ledger-process.ts'), {});
  try {
    const results: Figures[] = [];
    for (const rows of sizes) {
      const files = await maker.ask({ folder, rows });
      for (const kind of kinds) {
        // The program reads both kinds of workbook alike; the one that costs more is enough on screen.
        for (const measure of kind === 'inline' ? [byCommand] : [byCommand, onScreen]) {
          const result = await measure(instance, {
            folder,
            file: files[kind],
            label: `${kind}-${rows}`,
            rows,
            idleMb,
          });
          results.push(result);
          printLine({ bench: 'imports', ...result });
        }
      }
    }
    console.table(results);
    const of = (name: string): number => Math.max(...results.map((one) => Number(one[name] ?? 0)));
    printLine({
      bench: 'imports',
      importS: of('importS'),
      wantedS: wanted.seconds,
      // Of the command the whole process counts, of the program that serves what it grew by.
      commandMb: Math.max(...results.map((one) => (one.by === 'command' ? Number(one.peakMb) : 0))),
      grownMb: of('grownMb'),
      wantedMb: wanted.megabytes,
    });
  } finally {
    await maker.stop();
    await rm(folder, { recursive: true });
  }
}

const source = (label: string): string => `bench-${label}`;

async function byCommand(instance: Instance, { folder, file, label, rows }: Trial): Promise<Figures> {
  const map = join(folder, `${label}.json`);
  const drawn = { source: source(label), columns, zone: 'Asia/Shanghai', region: '150204' };
  await writeFile(map, JSON.stringify({ ...drawn, channel: 'forum', kind: '99', kindFromWords: true }));
  const server = watchServer(instance);
  const { seconds, peakMb, cpuS, said } = await importByCommand(instance.environment, file, map);
  if (!said.includes(`imported ${rows}, unchanged 0, refused 0`)) throw new Error(said);
  return {
    by: 'command',
    file: label,
    fileMb: rounded((await stat(file)).size / 1e6),
    importS: rounded(seconds),
    rowsAS: Math.round(rows / seconds),
    peakMb: rounded(peakMb),
    nodeCpuS: rounded(cpuS),
    postgresCpuS: rounded(server.used()),
    load: rounded(loadavg()[0] ?? 0),
  };
}

async function onScreen(instance: Instance, { file, label, rows, idleMb }: Trial): Promise<Figures> {
  const map = { source: source(`${label}-s`), columns, channel: 'window', kind: '99' } as const;
  const server = watchServer(instance);
  const { done, ...figures } = await importOnScreen(instance, file, { ...map, kindFromWords: true });
  if (done.imported !== rows) throw new Error(`${done.imported} of ${rows} were imported`);
  return {
    by: 'screen',
    file: label,
    fileMb: rounded((await stat(file)).size / 1e6),
    uploadS: rounded(figures.uploadS),
    checkS: rounded(figures.checkS),
    importS: rounded(figures.runS),
    rowsAS: Math.round(rows / figures.runS),
    peakMb: rounded(figures.peakMb),
    grownMb: rounded(figures.peakMb - idleMb),
    nodeCpuS: rounded(figures.cpuS),
    postgresCpuS: rounded(server.used()),
    slowestMs: rounded(figures.slowestMs),
    load: rounded(loadavg()[0] ?? 0),
  };
}

function watchServer({ environment }: Instance): { used(): number } {
  const { pid = 0 } = readPostmaster(join(environment.HEJIE_DATA ?? '', 'postgres/cluster')) ?? {};
  const before = secondsOfServer(pid);
  return { used: () => secondsOfServer(pid) - before };
}
