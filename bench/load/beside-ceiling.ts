import { startChild } from '../instance/child.ts';
import type { Instance } from '../instance/start-instance.ts';
import { printLine, printTable } from '../report.ts';
import { type Area, type Figures, measured, mediansOf } from '../sizes/area.ts';
import type { Ceiling } from './ceiling.ts';
import { median, rounded } from './figures.ts';
import { load } from './load.ts';

type Compared<Opening> = {
  readonly bench: string;
  /** Of the process that does nothing else, and what it has to know. */
  readonly file: string;
  readonly opening: Opening;
  /** Made before each round of the ceiling. Where a machine does them in less than the time, its round is shorter. */
  readonly rows: number;
  readonly lanes: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly work: () => Promise<unknown>;
  readonly close: () => void;
};

type Round = Figures & { ceilingPerSecond: number; ratioToCeiling: number };

/** Work over HTTP beside what the database could take of it, measured in turns. */
export function besideCeiling<Opening extends object>(instance: Instance, compared: Compared<Opening>): Area {
  const { bench, file, opening, rows, lanes, seconds, rounds, work, close } = compared;

  async function measureRound(ceiling: Ceiling<Opening>): Promise<Round> {
    const { perSecond: ceilingPerSecond } = await ceiling.ask({ rows, seconds });
    return withRatio(await measured(instance, lanes, seconds, work), rounded(ceilingPerSecond));
  }

  return {
    bench,
    async measure() {
      // Only while it is measured: its connections are not the program's.
      const ceiling: Ceiling<Opening> = startChild(file, { env: instance.environment });
      try {
        await ceiling.ask(opening);
        await ceiling.ask({ rows, seconds: 2 });
        await load(lanes, 4, work);
        const done: Round[] = [];
        while (done.length < rounds) {
          const round = await measureRound(ceiling);
          done.push(round);
          printLine({ bench, round: done.length, ...round });
        }
        const result = withRatio(mediansOf(done), median(done.map((round) => round.ceilingPerSecond)));
        printTable(done, result);
        printLine({ bench, ...result });
        return [{ bench, name: bench, ...result }];
      } finally {
        await ceiling.stop();
      }
    },
    close,
  };
}

function withRatio({ perSecond, p50, p99, cpuMs }: Figures, ceilingPerSecond: number): Round {
  const ratioToCeiling = rounded(perSecond / ceilingPerSecond);
  return { perSecond, p50, p99, cpuMs, ceilingPerSecond, ratioToCeiling };
}
