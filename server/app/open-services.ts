import { join } from 'node:path';
import { loadCityPack } from '#server/adapters/city-pack.ts';
import { type OpenOptions, openDatabase } from '#server/database/open-database.ts';
import { loadLevels } from '#server/features/levels/public.ts';
import { loadCity } from '#server/features/organisations/public.ts';
import type { Config } from './config.ts';
import { createServices } from './create-services.ts';
import { createLog, type Log } from './log.ts';
import type { Services } from './services.ts';

export type OpenServices = { readonly services: Services; close(): Promise<void> };

const citiesFolder = join(import.meta.dirname, '../../cities');

/** What the server and every command begin with: the city's pack, the database brought up to date, the city in it. */
export async function openServices(
  config: Config,
  {
    part,
    print,
    log = createLog(config.logLevel),
  }: Pick<OpenOptions, 'part' | 'print'> & { readonly log?: Log | undefined },
): Promise<OpenServices> {
  const pack = await loadCityPack(join(citiesFolder, config.city));
  const { database: where, dataFolder } = config;
  const onLost = (error: Error): void => log.error({ err: error }, 'a database connection was lost');
  const database = await openDatabase({ where, dataFolder, part, print, onLost });
  try {
    const services = await createServices({ config, database, pack, log });
    await loadCity(services);
    await loadLevels(services);
    return {
      services,
      async close() {
        await services.jobs.close();
        await services.announcements.close();
        await services.outgoing.close();
        await database.close();
      },
    };
  } catch (failure) {
    await database.close();
    throw failure;
  }
}
