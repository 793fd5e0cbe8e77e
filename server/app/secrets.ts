import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKeys, type Keys } from '#server/adapters/keys.ts';
import type { Secrets } from './config.ts';

export type OpenSecrets = { readonly keys: Keys; readonly sessionSecret: string };

/** The keys as configured, or the demo's own: made at its first start and kept in its data folder. */
export async function openSecrets(secrets: Secrets): Promise<OpenSecrets> {
  if (secrets.kind === 'given')
    return { keys: createKeys(secrets.masterKey), sessionSecret: secrets.sessionSecret };
  const keys = createKeys(await keptKey(secrets.folder));
  return { keys, sessionSecret: keys.purposeKey('session').toString('base64') };
}

async function keptKey(folder: string): Promise<Buffer> {
  const file = join(folder, 'master.key');
  await mkdir(folder, { recursive: true, mode: 0o711 });
  try {
    // `wx`: of two who start at once the second takes the first's key.
    await writeFile(file, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
  }
  return Buffer.from(await readFile(file, 'utf8'), 'base64');
}
