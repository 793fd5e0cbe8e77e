import { cpuSecondsOf } from '../compare/cpu.ts';
import type { Instance } from '../instance/start-instance.ts';
import { median, quantile, rounded } from '../load/figures.ts';
import { load } from '../load/load.ts';
import { serverOf } from './idle-memory.ts';

/** One kind of work as it was at one size. */
export type Row = {
  readonly bench: string;
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** What program and database worked for one of them: other work on the machine changes it least. */
  readonly cpuMs: number;
  /** Of what the database could take. */
  readonly ratioToCeiling?: number;
};

/** What is measured again at every size of the city. */
export type Area = {
  readonly bench: string;
  measure(): Promise<readonly Row[]>;
  close(): Promise<void> | void;
};

export type Work = { readonly name: string; readonly run: () => Promise<unknown> };

const lanes = 4;
const rounds = 3;
const seconds = 4;

/** An area of reading: each work by itself, four at once, the medians of three rounds. */
export function readingArea(
  instance: Instance,
  bench: string,
  prepare: () => Promise<readonly Work[]>,
  close: () => void,
): Area {
  return {
    bench,
    close,
    async measure() {
      const rows: Row[] = [];
      for (const { name, run } of await prepare()) {
        await load(lanes, 2, run);
        rows.push({ bench, name, ...(await inRounds(instance, lanes, seconds, rounds, run)) });
      }
      return rows;
    },
  };
}

export type Figures = Pick<Row, 'perSecond' | 'p50' | 'p99' | 'cpuMs'>;

/** The medians of so many rounds of the same work. */
export async function inRounds(
  instance: Instance,
  lanes: number,
  seconds: number,
  rounds: number,
  run: () => Promise<unknown>,
  each: (figures: Figures, round: number) => void = () => undefined,
): Promise<Figures> {
  const done: Figures[] = [];
  while (done.length < rounds) {
    done.push(await measured(instance, lanes, seconds, run));
    each(done.at(-1) as Figures, done.length);
  }
  return mediansOf(done);
}

/** One round of it. */
export async function measured(
  { pid, environment }: Instance,
  lanes: number,
  seconds: number,
  run: () => Promise<unknown>,
): Promise<Figures> {
  // Of the server alone: it counts the connections that have ended meanwhile among its own.
  const roots = [pid, serverOf(environment)];
  const before = cpuSecondsOf(roots) ?? Number.NaN;
  const { perSecond, latenciesInMs } = await load(lanes, seconds, run);
  const worked = (cpuSecondsOf(roots) ?? Number.NaN) - before;
  return {
    perSecond: rounded(perSecond),
    p50: rounded(median(latenciesInMs)),
    p99: rounded(quantile(latenciesInMs, 0.99)),
    cpuMs: rounded((worked * 1000) / latenciesInMs.length),
  };
}

export function mediansOf(done: readonly Figures[]): Figures {
  const of = (figure: keyof Figures): number => rounded(median(done.map((one) => one[figure])));
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), cpuMs: of('cpuMs') };
}
