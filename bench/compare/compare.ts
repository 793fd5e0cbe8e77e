import type { Instance } from '../instance/start-instance.ts';
import { median, rounded } from '../load/figures.ts';
import { printLine } from '../report.ts';
import { childrenOf } from './cpu.ts';
import { type Entrant, enter, toldApart, workNames } from './entrants.ts';
import { mattersOfRun } from './matters.ts';
import type { Contender, Options } from './options.ts';
import { printComparison, type Result } from './print-comparison.ts';
import { type Turn, takeTurn } from './take-turn.ts';

const warmUpInSeconds = 2;

/**
 * Our own instance and others, filled alike, take turns at each work within every round, so that whatever else goes on
 * on the machine meets all of them.
 */
export async function benchCompare(instance: Instance, options: Options): Promise<void> {
  const matters = mattersOfRun(Date.now());
  const contenders = [ourselves(instance), ...options.contenders];
  // Filling is not measured, so it need not wait for its turn.
  const entered = await Promise.allSettled(contenders.map((contender) => enter(contender, matters, options)));
  const entrants = toldApart(entered.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
  const absent = entered.flatMap((one) => (one.status === 'rejected' ? [String(one.reason.message)] : []));
  for (const { name, filled } of entrants) console.log(`${name}: ${filled}`);
  for (const line of absent) console.log(line);
  try {
    printComparison(await compare(entrants, options, printLine), entrants, absent);
  } finally {
    for (const { requests } of entrants) requests.close();
  }
}

/** The medians of all the turns of each system at each work. */
export async function compare(
  entrants: readonly Entrant[],
  options: Options,
  onTurn: (figures: Record<string, string | number>) => void = () => undefined,
): Promise<Result[]> {
  const { lanes, rounds, seconds } = options;
  const turns = new Map<string, Turn[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const work of workNames) {
      for (const entrant of entrants) {
        // Round 0 warms up: plans, caches, connections.
        const turn = await takeTurn(
          entrant,
          work,
          lanes,
          round === 0 ? Math.min(warmUpInSeconds, seconds) : seconds,
        );
        if (round === 0) continue;
        const key = `${work} ${entrant.name}`;
        turns.set(key, [...(turns.get(key) ?? []), turn]);
        onTurn({ bench: 'compare', round, system: entrant.name, work, ...inLine(turn) });
      }
    }
  }
  return workNames.flatMap((work) =>
    entrants.map(({ name }) => ({ work, system: name, ...medians(turns.get(`${work} ${name}`) ?? []) })),
  );
}

function medians(turns: readonly Turn[]): Omit<Result, 'work' | 'system'> {
  const of = (figure: 'perSecond' | 'p50' | 'p99' | 'cpuMs' | 'requests' | 'load') =>
    rounded(median(turns.map((turn) => turn[figure])));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    cpuMs: of('cpuMs'),
    requests: of('requests'),
    load: of('load'),
    wrong: turns.reduce((sum, turn) => sum + turn.wrong, 0),
    firstFault: turns.find((turn) => turn.firstFault !== null)?.firstFault ?? null,
  };
}

function inLine({ perSecond, p50, p99, cpuMs, wrong, load }: Turn): Record<string, number> {
  const figures = { perSecond, p50, p99, cpuMs, load };
  const known = Object.entries(figures).filter(([, value]) => Number.isFinite(value));
  return { ...Object.fromEntries(known.map(([name, value]) => [name, rounded(value)])), wrong };
}

function ourselves({ url, staff }: Instance): Contender {
  const { clerk, dispatcher, handler, supervisor } = staff;
  return {
    adapter: 'hejie',
    url,
    settings: {
      clerk: clerk.token,
      dispatcher: dispatcher.token,
      handler: handler.token,
      supervisor: supervisor.token,
      handlerUnitId: handler.actor.unitId,
      // The instance is all that this process has started.
      processes: childrenOf(process.pid).join(' '),
    },
  };
}
