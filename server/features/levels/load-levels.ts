import type { Services } from '#server/app/services.ts';
import { type Listener, listen } from '#server/database/listen.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { publishedVersions } from './level-versions.queries.ts';

/** On which every process hears that rules were published. */
export const levelChannel = 'hejie_levels';

/** Takes the published versions as they stand now. */
export async function loadLevels(services: Services): Promise<void> {
  const cityCode = services.pack.city.code;
  const versions = await inTransaction(services, { cityCode, role: 'program' }, (trx) =>
    publishedVersions(trx, cityCode),
  );
  services.levels.replace(versions.map(({ version, inForceFrom, rows }) => ({ version, inForceFrom, rows })));
}

/** Takes them again whenever some process publishes new ones, and when it may have missed that. */
export async function watchLevels(services: Services): Promise<Pick<Listener, 'close'>> {
  const { pool, log } = services;
  const load = (): void => {
    loadLevels(services).catch((err: unknown) => log.warn({ err }, 'level rules were not read'));
  };
  const listener = listen({
    pool,
    channel: levelChannel,
    onMessage: load,
    onBack: load,
    onLost: (err) => log.warn({ err }, 'new level rules are not heard of for the moment'),
  });
  await listener.ready;
  await loadLevels(services);
  return listener;
}
