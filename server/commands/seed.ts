import type { Services } from '#server/app/services.ts';
import { isDemoCity, prepareDemoAccounts } from '#server/demo/seed.ts';
import { openSeeder } from '#server/seed/seeder.ts';
import { showProgress } from './progress.ts';

export type SeedCommand = {
  /** How many matters the city is to have, as it was typed. */
  readonly matters: string;
  readonly adminUrl: string;
};

export type SeedTerminal = {
  readonly isTerminal: boolean;
  print(line: string): void;
  /** How far it is. */
  tell(line: string): void;
};

/** A city of a hundred million matters is none. */
const mattersAtMost = 100_000_000;

/** `hejie seed`: fills a city of invented people with matters, to try it at a size. Run again, it goes on from where it was. */
export async function seedCommand(
  services: Services,
  { matters, adminUrl }: SeedCommand,
  { isTerminal, print, tell }: SeedTerminal,
): Promise<void> {
  const count = Number(matters);
  if (!/^\d+$/.test(matters) || count < 1 || count > mattersAtMost)
    throw new Error(`"${matters}" is no number of matters.`);
  if (services.config.mode !== 'demo')
    throw new Error("Only a demo is seeded: in production every matter is somebody's.");
  await prepareDemoAccounts(services);
  if (!(await isDemoCity(services)))
    throw new Error('This database has accounts that are not of the demo: it is not seeded.');
  print('Some lives are lived first, step by step; then they are written many times over.');
  const seeder = await openSeeder({ services, adminUrl });
  const progress = showProgress('matters', { isTerminal, print: tell });
  try {
    const there = await seeder.seedUpTo(count, progress.show);
    progress.stop();
    print(`There are ${there} matters.`);
  } finally {
    progress.stop();
    await seeder.close();
  }
}
