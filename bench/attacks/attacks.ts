import { join } from 'node:path';
import { openFiller } from '../fill/fill-matters.ts';
import { startChild } from '../instance/child.ts';
import type { Instance } from '../instance/start-instance.ts';
import { openClient } from '../load/client.ts';
import { median, quantile, rounded } from '../load/figures.ts';
import { registrations } from '../load/registrations.ts';
import { printLine } from '../report.ts';
import { attacks } from './attack-list.ts';
import type { AttackAnswer, AttackQuestion } from './attacker-process.ts';
import type { Target } from './target.ts';
import { openVisitors, type Visitors } from './visitors.ts';

const matters = 10_000;
const slowerAtMost = 3;
const quietSeconds = 4;
const attackedSeconds = 8;
/** An attack is under way for so long before anything is measured. */
const beforehandMs = 2500;
const triesToRecover = 30;

/**
 * What everybody else notices of an attack: p99 of their requests while it lasts, against p99 while nothing happens. The
 * two take turns, so that whatever else the machine does falls on both.
 */
export async function benchAttacks(instance: Instance): Promise<void> {
  const client = openClient(instance.url);
  const filler = await openFiller(instance.environment.HEJIE_DATA ?? '', instance.staff.clerk.actor.unitId);
  const attacker = startChild<AttackQuestion, AttackAnswer>(
    join(import.meta.dirname, 'attacker-process.ts'),
    {},
  );
  try {
    await filler.fillUpTo(matters);
    const visitors = await openVisitors(instance, client);
    const target = await targetOf(instance, client);
    await visitors.measure(2 * quietSeconds);
    const found = new Map<string, Figures>();
    let before = await quiet(visitors);
    for (const name of Object.keys(attacks)) {
      await attacker.ask({ name, target });
      await wait(beforehandMs);
      const busy = await cpuSeconds(instance);
      const { latenciesInMs, failed } = await visitors.measure(attackedSeconds);
      const cpu = ((await cpuSeconds(instance)) - busy) / attackedSeconds;
      const { tally } = await attacker.ask({ name: null });
      const after = await recovered(visitors, before);
      const beside = [...before, ...after];
      const told = Object.entries(tally).map(([what, count]) => `${count} × ${what}`);
      const figures = { ...figuresOf(latenciesInMs, beside, failed), cpu: rounded(cpu) };
      printLine({ bench: 'attacks', name, ...figures, wanted: slowerAtMost, answers: told.join(', ') });
      found.set(name, figures);
      before = after;
    }
    report(found);
  } finally {
    await attacker.stop();
    await filler.close();
    client.close();
  }
}

/** How much of one processor the program has used so far, as it says itself. */
async function cpuSeconds({ url }: Instance): Promise<number> {
  const told = await (await fetch(`${new URL(url).origin}/metrics`)).text();
  return Number(/^hejie_cpu_seconds ([\d.]+)$/m.exec(told)?.[1]);
}

const quiet = async (visitors: Visitors): Promise<number[]> =>
  (await visitors.measure(quietSeconds)).latenciesInMs;

/** What an attack left behind is worked off before anything is called quiet again. */
async function recovered(visitors: Visitors, before: readonly number[]): Promise<number[]> {
  for (let tries = 0; tries < triesToRecover; tries += 1) {
    const { latenciesInMs } = await visitors.measure(1);
    if (median(latenciesInMs) <= 2 * median(before)) break;
  }
  return quiet(visitors);
}

async function targetOf({ url, staff }: Instance, client: ReturnType<typeof openClient>): Promise<Target> {
  const { matter } = JSON.parse(
    await client.post('/api/v1/matters', staff.clerk.token, registrations()(), 201),
  );
  return { url, token: staff.dispatcher.token, matterId: matter.id };
}

type Figures = Record<'quietP99' | 'p50' | 'p99' | 'ratio' | 'failed' | 'cpu', number>;

/** What was measured under attack against the quiet times just before and after it. */
function figuresOf(
  attacked: readonly number[],
  beside: readonly number[],
  failed: number,
): Omit<Figures, 'cpu'> {
  const [quietP99, p99] = [quantile(beside, 0.99), quantile(attacked, 0.99)];
  return {
    quietP99: rounded(quietP99),
    p50: rounded(median(attacked)),
    p99: rounded(p99),
    ratio: rounded(p99 / quietP99),
    failed,
  };
}

function report(found: ReadonlyMap<string, Figures>): void {
  console.table(Object.fromEntries(found));
  const worst = Math.max(...[...found.values()].map(({ ratio }) => ratio));
  printLine({ bench: 'attacks', worst, wanted: slowerAtMost });
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
