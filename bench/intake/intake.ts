import { join } from 'node:path';
import { startChild } from '../instance/child.ts';
import type { Instance } from '../instance/start-instance.ts';
import { openClient } from '../load/client.ts';
import { median, quantile, rounded } from '../load/figures.ts';
import { load } from '../load/load.ts';
import { registrations } from '../load/registrations.ts';
import { printLine, printTable } from '../report.ts';
import type { CeilingAnswer, CeilingQuestion } from './ceiling-process.ts';

const clients = 32;
const rounds = 5;
const seconds = 4;
/** Made before each round of the ceiling. Where a machine writes them in less than the time, its round is shorter. */
const ceilingRows = 12_000;

type Round = { perSecond: number; p50: number; p99: number; ceilingPerSecond: number };

/** Registrations a second over HTTP beside what the database could take, measured in turns. */
export async function benchIntake(instance: Instance): Promise<void> {
  const { clerk } = instance.staff;
  const file = join(import.meta.dirname, 'ceiling-process.ts');
  const ceiling = startChild<CeilingQuestion, CeilingAnswer>(file, { env: instance.environment });
  const client = openClient(instance.url);
  const next = registrations();
  const register = () => client.post('/api/v1/matters', clerk.token, next(), 201);
  try {
    await ceiling.ask({ databaseUrl: instance.databaseUrl, actor: clerk.actor });
    await ceiling.ask({ rows: ceilingRows, seconds: 2 });
    await load(clients, 3, register);

    const done: Round[] = [];
    while (done.length < rounds) {
      const { perSecond: ceilingPerSecond } = await ceiling.ask({ rows: ceilingRows, seconds });
      const { perSecond, latenciesInMs } = await load(clients, seconds, register);
      const round = {
        perSecond: rounded(perSecond),
        p50: rounded(median(latenciesInMs)),
        p99: rounded(quantile(latenciesInMs, 0.99)),
        ceilingPerSecond: rounded(ceilingPerSecond),
      };
      done.push(round);
      printLine({ bench: 'intake', round: done.length, ...withRatio(round) });
    }
    const of = (figure: keyof Round): number => median(done.map((round) => round[figure]));
    const result = withRatio({
      perSecond: of('perSecond'),
      p50: of('p50'),
      p99: of('p99'),
      ceilingPerSecond: of('ceilingPerSecond'),
    });
    printTable(done.map(withRatio), result);
    printLine({ bench: 'intake', ...result });
  } finally {
    client.close();
    await ceiling.stop();
  }
}

function withRatio(round: Round): Round & { ratioToCeiling: number } {
  return { ...round, ratioToCeiling: rounded(round.perSecond / round.ceilingPerSecond) };
}
