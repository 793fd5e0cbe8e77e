import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const debian = '/usr/lib/postgresql';

/** PostgreSQL as a server has it, with its own tools (Debian: apt-get install postgresql); PG_BIN names another folder. */
export function serverTools(): { run(tool: string, ...options: string[]): string } {
  const versions = process.env.PG_BIN ? [] : installed();
  const folder = process.env.PG_BIN ?? join(debian, versions.at(-1) ?? '', 'bin');
  // PostgreSQL does not run as root.
  const user = process.getuid?.() === 0 ? 'postgres' : null;
  return {
    run(tool, ...options) {
      const order = [join(folder, tool), ...options];
      const [command = '', ...rest] = user === null ? order : ['runuser', '-u', user, '--', ...order];
      return execFileSync(command, rest, {
        cwd: '/',
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    },
  };
}

function installed(): string[] {
  try {
    return readdirSync(debian).sort((one, other) => Number(one) - Number(other));
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
