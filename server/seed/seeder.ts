import { setImmediate as breathe } from 'node:timers/promises';
import type pg from 'pg';
import type { Services } from '#server/app/services.ts';
import { besideCaseload, type Caseload, type Choice, fromAll } from './choice.ts';
import {
  becomeTheSeeder,
  columnsOfTables,
  countStamped,
  enterAsOwner,
  settleTables,
  writeStamped,
} from './life-rows.queries.ts';
import { livedTemplates } from './lived-templates.ts';
import { openSheets } from './sheets.ts';
import { stamp } from './stamp.ts';
import { numberDigits, stampedIds } from './stamped-id.ts';
import { createTellings } from './tellings.ts';

export type SeedProgress = (share: number, matters: number) => void;

export type Seeder = {
  /** Fills the city up to so many matters, those that are there among them, and answers how many there are. */
  seedUpTo(count: number, onProgress?: SeedProgress): Promise<number>;
  close(): Promise<void>;
};

export type SeederOptions = {
  readonly services: Services;
  readonly adminUrl: string;
  /** How many lives are lived by the use cases themselves; a twentieth of the city unless told, 1,500 at most. */
  readonly lives?: number;
  readonly caseload?: Caseload;
};

/** As the demo's people do. */
const ofCity = '1502';
const livesAtMost = 1500;
const livesAtLeast = 20;
const attemptsAtMost = 20;
/** Written together; small enough for a transaction of a second. */
const part = 500;
const breath = 25;
/** Of each life so many rows of matters that live it one after the other; rows as long as that allows. */
const rowsOfEach = 5;
const inARowAtMost = 125;
/** So many parts are written at a time, while the next is made. */
const lanes = 2;

/**
 * Fills the city with lawful histories, fast: a bounded number of lives is lived by the real use cases, and each is written
 * again for many other matters, with parties, words, keys and moments of their own, on the same legal days.
 */
export async function openSeeder(options: SeederOptions): Promise<Seeder> {
  const { services, adminUrl, caseload } = options;
  const cityCode = services.pack.city.code;
  if (cityCode !== ofCity)
    throw new Error(`The people who are seeded work in ${ofCity}, and this city is ${cityCode}.`);
  const client = await enterAsOwner(adminUrl);
  const clients = [client];
  if (!(await becomeTheSeeder(client))) {
    await client.end();
    throw new Error('This database is being seeded already.');
  }
  while (clients.length < lanes) clients.push(await enterAsOwner(adminUrl));
  const tellings = createTellings();
  const columns = await columnsOfTables(client);

  async function write(lane: pg.Client, { from, until }: Part, choose: Choice): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      const sheets = openSheets();
      for (let number = from; number < until; number += 1) {
        const choice = choose(number);
        sheets.add(choice.template, stamp(services, tellings, { ...choice, number, attempt }));
        if (number % breath > 0) continue;
        sheets.press();
        // The connections have something to send meanwhile.
        await breathe();
      }
      sheets.press();
      try {
        return await writeStamped(lane, columns, sheets.lines);
      } catch (failure) {
        const { code, constraint } = failure as { code?: string; constraint?: string };
        if (code !== '23505' || constraint !== 'matter_code_once' || attempt >= attemptsAtMost) throw failure;
        services.log.info({ from, until }, 'a code was taken; others are drawn');
      }
    }
  }

  return {
    async seedUpTo(count, onProgress = () => undefined) {
      const lives = Math.min(
        count,
        options.lives ?? Math.min(livesAtMost, Math.max(livesAtLeast, Math.ceil(count / 20))),
      );
      const templates = await livedTemplates(services, client, columns, lives, (lived) =>
        onProgress(0, lived),
      );
      const { others, byPart } = await countStamped(client, cityCode, {
        mark: stampedIds,
        digits: numberDigits,
        part,
      });
      const wanted = Math.max(0, count - others);
      const inARow = Math.max(1, Math.min(inARowAtMost, Math.floor(wanted / (rowsOfEach * lives))));
      const choose = caseload
        ? besideCaseload(services, templates, caseload, inARow)
        : fromAll(templates, inARow);
      let there = others + [...byPart.values()].reduce((sum, one) => sum + one, 0);
      const parts = Array.from({ length: Math.ceil(wanted / part) }, (_, at) => ({
        from: at * part + (byPart.get(at) ?? 0),
        until: Math.min(wanted, (at + 1) * part),
      })).filter(({ from, until }) => from < until);
      const queue = parts.values();
      const work = async (lane: pg.Client): Promise<void> => {
        for (const one of queue) {
          await write(lane, one, choose);
          there += one.until - one.from;
          onProgress(there / count, there);
        }
      };
      const outcomes = await Promise.allSettled(clients.map(work));
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      if (parts.length > 0) await settleTables(client);
      return there;
    },
    async close() {
      await Promise.all(clients.map((one) => one.end()));
    },
  };
}

type Part = { readonly from: number; readonly until: number };
