import { join } from 'node:path';
import { type Child, startChild } from '../instance/child.ts';
import type { Staff } from '../instance/staff.ts';
import type { Instance } from '../instance/start-instance.ts';
import { openClient } from '../load/client.ts';
import { median, rounded } from '../load/figures.ts';
import { load } from '../load/load.ts';
import { registrations } from '../load/registrations.ts';
import { printLine, printTable } from '../report.ts';
import { type Area, type Figures, measured, mediansOf } from '../sizes/area.ts';
import type { CeilingAnswer, CeilingQuestion } from './ceiling-process.ts';

const bench = 'intake';
const clients = 32;
const seconds = 4;
/** Made before each round of the ceiling. Where a machine writes them in less than the time, its round is shorter. */
const ceilingRows = 12_000;

type Ceiling = Child<CeilingQuestion, CeilingAnswer>;
type Round = Figures & { ceilingPerSecond: number; ratioToCeiling: number };

export async function benchIntake(instance: Instance): Promise<void> {
  const intake = openIntake(instance, instance.staff, 5);
  try {
    await intake.measure();
  } finally {
    await intake.close();
  }
}

/** Registrations a second over HTTP beside what the database could take, measured in turns. */
export function openIntake(instance: Instance, { clerk }: Staff, rounds: number): Area {
  const file = join(import.meta.dirname, 'ceiling-process.ts');
  const client = openClient(instance.url);
  const next = registrations(clerk.actor.regionCode);
  const register = () => client.post('/api/v1/matters', clerk.token, next(), 201);

  async function measureRound(ceiling: Ceiling): Promise<Round> {
    const { perSecond: ceilingPerSecond } = await ceiling.ask({ rows: ceilingRows, seconds });
    return withRatio(await measured(instance, clients, seconds, register), rounded(ceilingPerSecond));
  }

  return {
    bench,
    async measure() {
      // Only while it is measured: its connections are not the program's.
      const ceiling: Ceiling = startChild(file, { env: instance.environment });
      try {
        await ceiling.ask({ databaseUrl: instance.databaseUrl, actor: clerk.actor });
        await ceiling.ask({ rows: ceilingRows, seconds: 2 });
        await load(clients, 3, register);
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
    close: () => client.close(),
  };
}

function withRatio({ perSecond, p50, p99, cpuMs }: Figures, ceilingPerSecond: number): Round {
  const ratioToCeiling = rounded(perSecond / ceilingPerSecond);
  return { perSecond, p50, p99, cpuMs, ceilingPerSecond, ratioToCeiling };
}
