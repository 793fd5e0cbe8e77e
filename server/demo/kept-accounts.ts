import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoAccount, Services } from '#server/app/services.ts';

/** For whoever tries the program: who there is, with passwords and tokens. It also says that the demo is complete. */
function fileOf({ config }: Pick<Services, 'config'>): string {
  return join(config.dataFolder, 'demo-accounts.json');
}

/** The accounts as an earlier start wrote them; null where there is no such file, or none that can be read. */
export async function readKeptAccounts(services: Pick<Services, 'config'>): Promise<DemoAccount[] | null> {
  try {
    const kept: unknown = JSON.parse(await readFile(fileOf(services), 'utf8'));
    return Array.isArray(kept) && kept.length > 0 && kept.every(isAccount) ? kept : null;
  } catch {
    return null;
  }
}

export async function keepAccounts(
  services: Pick<Services, 'config'>,
  accounts: readonly DemoAccount[],
): Promise<void> {
  const file = fileOf(services);
  const temporary = `${file}.${process.pid}`;
  const lines = accounts.map((account) => `  ${JSON.stringify(account)}`);
  await writeFile(temporary, `[\n${lines.join(',\n')}\n]\n`, { mode: 0o600 });
  await rename(temporary, file);
}

export async function dropKeptAccounts(services: Pick<Services, 'config'>): Promise<void> {
  await rm(fileOf(services), { force: true });
}

const keys = [
  'username',
  'password',
  'name',
  'role',
  'region',
  'token',
] as const satisfies (keyof DemoAccount)[];

function isAccount(one: unknown): one is DemoAccount {
  return (
    typeof one === 'object' &&
    one !== null &&
    keys.every((key) => typeof (one as DemoAccount)[key] === 'string')
  );
}
