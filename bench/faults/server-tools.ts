import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries } from '#server/database/embedded/binaries.ts';
import { chooseSystemUser, type SystemUser } from '#server/database/embedded/system-user.ts';

/** The programs of one PostgreSQL, run as whoever may run them: PostgreSQL refuses to be root's. */
export type ServerTools = {
  readonly user: SystemUser;
  /** How a cluster that orders and compares as the program wants it is made with them. */
  readonly locale: readonly string[];
  run(tool: string, ...options: string[]): Promise<string>;
  copy(from: string, to: string): Promise<void>;
};

const debian = '/usr/lib/postgresql';

/** Those that come with the program. */
export async function embeddedTools(): Promise<ServerTools> {
  const { initdb } = await findBinaries();
  return toolsIn(dirname(initdb), ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']);
}

/** Those of a server (Debian: apt-get install postgresql); PG_BIN names another folder. */
export function installedTools(): ServerTools {
  return toolsIn(process.env.PG_BIN ?? join(debian, newestInstalled(), 'bin'), ['--locale=C.UTF-8']);
}

function toolsIn(folder: string, locale: readonly string[]): ServerTools {
  const user = chooseSystemUser(join(folder, 'none yet'));
  const order = async (command: string, options: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(command, options, { ...user, cwd: '/', encoding: 'utf8' });
    return stdout;
  };
  return {
    user,
    locale,
    run: (tool, ...options) => order(join(folder, tool), options),
    async copy(from, to) {
      await order('cp', ['-R', '-p', from, to]);
    },
  };
}

function newestInstalled(): string {
  try {
    const versions = readdirSync(debian).sort((one, other) => Number(one) - Number(other));
    return versions.at(-1) ?? '';
  } catch {
    throw new Error(
      'There is no PostgreSQL with its tools here: apt-get install postgresql, or name its folder in PG_BIN.',
    );
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
