import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { publishedVersions } from './level-versions.queries.ts';

/** How late another process may notice that rules were published. */
export const noticedWithinSeconds = 10;

/** Takes the published versions as they stand now. */
export async function loadLevels(services: Services): Promise<void> {
  const cityCode = services.pack.city.code;
  const versions = await inTransaction(services, { cityCode, role: 'program' }, (trx) =>
    publishedVersions(trx, cityCode),
  );
  services.levels.replace(versions.map(({ version, inForceFrom, rows }) => ({ version, inForceFrom, rows })));
}

/** Looks now and then whether rules were published in another process. */
export function watchLevels(services: Services): { stop(): void } {
  const timer = setInterval(() => {
    loadLevels(services).catch((err: unknown) => services.log.warn({ err }, 'level rules were not read'));
  }, noticedWithinSeconds * 1000);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
