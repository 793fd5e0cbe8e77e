import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Keys } from '#server/adapters/keys.ts';
import type { Config } from '#server/app/config.ts';
import { openSecrets } from '#server/app/secrets.ts';

/** The keys as they are: a new one would open no backup, and protect one that nobody could open. */
export async function openExistingKeys({ secrets }: Pick<Config, 'secrets'>): Promise<Keys> {
  if (secrets.kind === 'kept' && !existsSync(join(secrets.folder, 'master.key')))
    throw new Error(
      `There is no master.key in ${secrets.folder}. Put the one of the instance there that the backup is of; it is ` +
        'kept apart from its backups.',
    );
  return (await openSecrets(secrets)).keys;
}
