import { join } from 'node:path';
import { loadCityPack } from '#server/adapters/city-pack.ts';
import { readProcessConfig } from '#server/app/config.ts';
import { createServices } from '#server/app/create-services.ts';
import type { Services } from '#server/app/services.ts';
import type { Connection } from '#server/database/connection.ts';
import { loadLevels } from '#server/features/levels/public.ts';
import { loadCity } from '#server/features/organisations/public.ts';

/** The program's services beside the instance that serves, on the database as it stands there. */
export async function openServicesOn(database: Connection): Promise<Services> {
  const read = readProcessConfig();
  if (!read.ok) throw new Error(read.faults.join(' '));
  const { config } = read;
  const pack = await loadCityPack(join(import.meta.dirname, '../../cities', config.city));
  const services = await createServices({ config, database, pack });
  await loadCity(services);
  await loadLevels(services);
  return services;
}
