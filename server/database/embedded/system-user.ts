import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whom PostgreSQL runs as: empty for ourselves. PostgreSQL refuses to run as root. */
export type SystemUser = { uid?: number; gid?: number };

/** The user who owns the cluster; a new cluster started by root belongs to the user `postgres`, made if missing. */
export function chooseSystemUser(cluster: string): SystemUser {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    return { uid, gid };
  }
  if (!postgresUserExists()) createPostgresUser();
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Throws a sentence that says what to do when the user may not enter one of the folders above the path. */
export function assertReachable(path: string, user: SystemUser): void {
  if (user.uid === undefined) return;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder);
    const enter = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & enter) === 0) throw new Error(unreachable(folder, mode));
    if (folder === dirname(folder)) return;
  }
}

function unreachable(folder: string, mode: number): string {
  return (
    `PostgreSQL does not run as root; Hejie runs it as the user "postgres", who may not enter ${folder} ` +
    `(mode 0${(mode & 0o777).toString(8)}). Nothing was changed. Do one of these: allow it with ` +
    `\`chmod o+x ${folder}\`; move Hejie and its data to a folder everybody may enter, such as /srv/hejie; ` +
    'or start Hejie as a user other than root.'
  );
}

function postgresUserExists(): boolean {
  try {
    idOf('-u');
    return true;
  } catch {
    return false;
  }
}

function createPostgresUser(): void {
  try {
    const quiet = { stdio: 'ignore' } as const;
    execFileSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres'], quiet);
  } catch (cause) {
    throw new Error(
      'PostgreSQL does not run as root, and the user "postgres" could not be made. Make it, or start Hejie as ' +
        'a user other than root.',
      { cause },
    );
  }
}

function idOf(which: '-u' | '-g'): number {
  return Number(
    execFileSync('id', [which, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}
