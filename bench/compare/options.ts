import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** One system to be measured beside our own. */
export type Contender = {
  /** An adapter that ships, by its name, or the path of a file. */
  readonly adapter: string;
  readonly url: string;
  readonly settings: Readonly<Record<string, string>>;
};

export type Options = {
  readonly contenders: readonly Contender[];
  readonly tickets: number;
  readonly lanes: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly patience: number;
};

export const usage = `Say against what: npm run bench -- compare ADAPTER=URL …
  ADAPTER             redmine | request-tracker | hejie | the path of a file like bench/compare/adapters/redmine.ts
  --settings FILE     JSON, { "redmine": { "key": "…" } }: keys, names and numbers of each system, by its ADAPTER
                      ("processes": "PID PID" there also measures its CPU time, with all that these started)
  --tickets 2000      how many each is filled with before it is measured
  --lanes 4           requests at once
  --rounds 5          turns of each system at each work; the medians are reported
  --seconds 5         how long a turn lasts
  --patience 180      seconds that a search index is waited for, once filled`;

const numbers = { tickets: 2000, lanes: 4, rounds: 5, seconds: 5, patience: 180 } as const;
type NumberName = keyof typeof numbers;

/** What was asked for, or a sentence that says what is wrong with it. Keys stand in a file: others see arguments. */
export function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        settings: { type: 'string' },
        tickets: { type: 'string' },
        lanes: { type: 'string' },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        patience: { type: 'string' },
      },
    });
    const all = values.settings === undefined ? {} : JSON.parse(readFileSync(values.settings, 'utf8'));
    const contenders = positionals.map((positional): Contender => {
      const [, adapter = '', url = ''] = /^(.+?)=(https?:\/\/.+)$/.exec(positional) ?? [];
      if (url === '') throw new Error(`${positional} is not ADAPTER=URL`);
      return { adapter, url, settings: all[adapter] ?? {} };
    });
    const numberOf = (name: NumberName): number => {
      const value = Number(values[name] ?? numbers[name]);
      if (!(value > 0)) throw new Error(`--${name} is a number above 0`);
      return value;
    };
    return {
      contenders,
      tickets: numberOf('tickets'),
      lanes: numberOf('lanes'),
      rounds: numberOf('rounds'),
      seconds: numberOf('seconds'),
      patience: numberOf('patience'),
    };
  } catch (fault) {
    return `${fault instanceof Error ? fault.message : fault}\n${usage}`;
  }
}
