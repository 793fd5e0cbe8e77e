import type { Config } from '#server/app/config.ts';

/** What lies beside database and files and belongs to them: a demo without its accounts would be made a second time. */
export function keptFiles({ mode }: Pick<Config, 'mode'>): string[] {
  return mode === 'demo' ? ['demo-accounts.json'] : [];
}
