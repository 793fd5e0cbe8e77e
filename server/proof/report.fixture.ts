import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { exceptions } from './exceptions.fixture.ts';
import type { PortalSweep } from './portal-sweep.fixture.ts';
import { rows } from './route-rows.fixture.ts';
import type { Outcome, Sweep } from './sweep.fixture.ts';
import type { World } from './world.fixture.ts';

type Proven = { readonly world: World; readonly swept: Sweep; readonly portal: PortalSweep };

const top = join(import.meta.dirname, '../..');
const outcomes: readonly Outcome[] = ['let in', 'not their step', 'nothing there', 'refused at the door'];

/** A few lines for whoever watches the tests run. */
export function inShort({ world, swept, portal, seconds }: Proven & { readonly seconds: number }): string {
  const count = (outcome: Outcome) => swept.tried.filter((one) => one.outcome === outcome).length;
  return [
    `Access proof: ${world.routes.length} routes, ${world.observers.length} people, ${world.matters.length} matters, ` +
      `${swept.requests + portal.requests} requests in ${seconds} s.`,
    `Staff: ${outcomes.map((outcome) => `${count(outcome)} ${outcome}`).join(', ')}; ${swept.faults.length} faults.`,
    `Parties: ${portal.tried.filter(({ outcome }) => outcome === 'let in').length} let in, ` +
      `${portal.tried.filter(({ outcome }) => outcome === 'refused').length} refused; ${portal.faults.length} faults.`,
    'Whole: reports/access-proof.md',
  ].join('\n');
}

type Line = {
  readonly route: string;
  readonly policy: string;
  readonly about: string;
  readonly letIn: readonly string[];
  readonly refused: readonly string[];
};

function linesOf({ world, swept, portal }: Proven): Line[] {
  const tries = new Map<string, Map<string, Set<string>>>();
  const note = (route: string, who: string, outcome: string): void => {
    const ofRoute = tries.get(route) ?? new Map<string, Set<string>>();
    tries.set(route, ofRoute.set(who, (ofRoute.get(who) ?? new Set()).add(outcome)));
  };
  for (const { route, observer, outcome } of swept.tried) note(route, observer.role ?? 'nobody', outcome);
  for (const { route, by, outcome } of portal.tried) note(route, by, outcome);
  return world.routes
    .map(({ method, url }) => {
      const route = `${method} ${url}`;
      const who = [...(tries.get(route) ?? [])].map(([name, all]) => ({ name, isIn: all.has('let in') }));
      return {
        route,
        policy: rows[route]?.policy ?? 'none',
        about: rows[route]?.about ?? '',
        letIn: who.filter(({ isIn }) => isIn).map(({ name }) => name),
        refused: who.filter(({ isIn }) => !isIn).map(({ name }) => name),
      };
    })
    .filter(({ route }) => !rows[route]?.isOptional)
    .sort((one, other) => (one.route < other.route ? -1 : 1));
}

/** The committed page: each route, its policy, and who got in at least once; the rest never did. */
function compactPage(lines: readonly Line[]): string {
  const table = lines.map(({ route, policy, about, letIn, refused }) => {
    const isOpen = letIn.length + refused.length === 0;
    return `| \`${route}\` | ${policy} | ${about} | ${isOpen ? 'everybody' : letIn.join(', ') || '—'} | ${refused.join(', ') || '—'} |`;
  });
  return [
    '# Who gets in where',
    '',
    'Made by `server/proof/access-proof.test.ts`, which tries every route of the program as everybody: every role at every',
    'place, on matters in every state, and every seat at the portal. *Let in* means at least once: whoever takes part in the',
    'matter and has the role; *never* means that no attempt of theirs ended otherwise than with a refusal. Do not edit:',
    '`npx vitest run server/proof/access-proof.test.ts -u` writes it anew.',
    '',
    '| route | policy | about | let in | never |',
    '|---|---|---|---|---|',
    ...table,
    '',
    '## What is told past participation',
    '',
    '| route | shows | why |',
    '|---|---|---|',
    ...exceptions.map(({ route, shows, why }) => `| \`${route}\` | ${shows.join(', ')} | ${why} |`),
    '',
  ].join('\n');
}

export async function writeReport(proven: Proven): Promise<void> {
  const lines = linesOf(proven);
  const folder = join(top, 'reports');
  await mkdir(folder, { recursive: true });
  const whole = proven.swept.tried.map(
    ({ route, observer, outcome }) => `${route}\t${observer.name}\t${outcome}`,
  );
  const counted = Object.entries(Object.groupBy(whole, (line) => line)).map(([line, all]) => {
    const [route, who, outcome] = line.split('\t');
    return { route, who, outcome, times: all?.length ?? 0 };
  });
  await writeFile(
    join(folder, 'access-proof.json'),
    JSON.stringify({ lines, tried: counted, portal: proven.portal.tried }),
  );
  const tried = counted.map(
    ({ route, who, outcome, times }) => `| \`${route}\` | ${who} | ${outcome} | ${times} |`,
  );
  await writeFile(
    join(folder, 'access-proof.md'),
    `${compactPage(lines)}\n## Every attempt\n\n| route | who | outcome | times |\n|---|---|---|---|\n${tried.join('\n')}\n`,
  );
  await expect(compactPage(lines)).toMatchFileSnapshot(join(top, 'docs/access-proof.md'));
}
