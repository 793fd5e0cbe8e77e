import { setTimeout as wait } from 'node:timers/promises';
import { type Cluster, openCluster } from './embedded/cluster.ts';
import { type Lease, type Part, takeLease } from './embedded/lease.ts';
import { ensureServer, type Settings, stopServer } from './embedded/run-server.ts';

/** A PostgreSQL server of the program's own, listening on this machine only. */
export type Embedded = {
  /** For preparing and migrating: the superuser, in the database `postgres`. */
  adminUrl: string;
  /** Made once for each data folder, for the role that the program logs in as. */
  appPassword: string;
  appHost: string;
  port: number;
  /** Gives the server back; the last who uses it stops it. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  dataFolder: string;
  log: (line: string) => void;
  settings?: Settings;
  /** For tests: the data need not survive a power cut. */
  isThrowaway?: boolean;
};

const host = '127.0.0.1';

/** For the program that serves: refuses when another one serves from the same data folder. */
export function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  return use(options, 'program');
}

/** For commands: shares the server of a running program, or starts it when there is none. */
export function connectOrStart(options: EmbeddedOptions): Promise<Embedded> {
  return use(options, 'guest');
}

async function use(options: EmbeddedOptions, part: Part): Promise<Embedded> {
  const cluster = await openCluster(options.dataFolder, options.isThrowaway ?? false);
  const settings: Settings = {
    ...(options.isThrowaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    ...options.settings,
  };
  let isStopping = false;
  let lookingAfterIt: Promise<void> = Promise.resolve();
  const attachAnew = () => attach(cluster, settings, part, onLost);
  let attached = await attachAnew();

  function onLost(): void {
    lookingAfterIt = lookAfterIt();
  }

  async function lookAfterIt(): Promise<void> {
    while (!isStopping) {
      options.log('The connection to PostgreSQL was lost; looking after it.');
      try {
        attached = await attachAnew();
        options.log('PostgreSQL is back.');
        return;
      } catch (error) {
        options.log(String(error));
        await wait(1000);
      }
    }
  }

  return {
    adminUrl: adminUrlOf(cluster, attached.port),
    appPassword: cluster.access.appPassword,
    appHost: host,
    port: attached.port,
    async stop() {
      if (isStopping) return;
      isStopping = true;
      await lookingAfterIt;
      // The connection may have died this very moment, before anybody noticed.
      const isLast = await attached.lease.release().catch(async () => {
        attached = await attachAnew();
        return attached.lease.release();
      });
      if (isLast) await stopServer(cluster);
      await attached.lease.close();
    },
  };
}

type Attached = { port: number; lease: Lease };

async function attach(
  cluster: Cluster,
  settings: Settings,
  part: Part,
  onLost: () => void,
): Promise<Attached> {
  for (;;) {
    const { port } = await ensureServer(cluster, settings);
    const lease = await takeLease(adminUrlOf(cluster, port), part, onLost);
    if (lease) return { port, lease };
    await wait(20);
  }
}

function adminUrlOf(cluster: Cluster, port: number): string {
  return `postgres://postgres:${cluster.access.adminPassword}@${host}:${port}/postgres`;
}
