import { readConfig } from '#server/app/config.ts';
import { openServices } from '#server/app/open-services.ts';
import { openAsItIs } from '#server/database/open-database.ts';
import { openSeeder } from '#server/seed/seeder.ts';
import { storyOf } from './stories.ts';

/** The bench's own way into the database of its instance, past every policy. */
export type Filler = {
  /** Fills the city up to so many matters; the caseload of the unit that is measured does not grow. */
  fillUpTo(count: number): Promise<void>;
  close(): Promise<void>;
};

/** What the measured unit takes part in, however large the city: as a county's centre or office has it. */
export const caseload = { open: 300, ended: 1000 } as const;
/** Words that stand in all, and in a handful, of the measured unit's matters. */
export const searched = { common: '业主', rare: '鹦鹉', rareMatters: 5 } as const;

const rareSentence = `家里的${searched.rare}也受了惊。`;

/** As many at every size, so that those that the measured unit has in hand are the same. */
const lives = 600;

export async function openFiller(dataFolder: string, unitId: string): Promise<Filler> {
  const read = readConfig({ HEJIE_DATA: dataFolder, HEJIE_MODE: 'demo', HEJIE_LOG: 'warn' });
  if (!read.ok) throw new Error(read.faults.join(' '));
  const print = (): void => undefined;
  const { services, close } = await openServices(read.config, { part: 'guest', print });
  const admin = await openAsItIs({ where: read.config.database, dataFolder, print });
  const seeder = await openSeeder({
    services,
    adminUrl: admin.adminUrl,
    lives,
    caseload: {
      unitId,
      ...caseload,
      // Of the bench's own sentences, so that words meet as often in its matters as it is measured with.
      sentenceOf: (number) => storyOf(number) + (number < searched.rareMatters ? rareSentence : ''),
    },
  });
  return {
    async fillUpTo(count) {
      await seeder.seedUpTo(count);
    },
    async close() {
      await seeder.close();
      await admin.stop();
      await close();
    },
  };
}
