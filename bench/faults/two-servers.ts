import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, type ServerTools } from './server-tools.ts';
import { isInStep, processesOf } from './what-is-left.queries.ts';

/** A primary, and a standby that has applied each change before it is answered. */
export type TwoServers = {
  /** As the program is told of both. */
  readonly database: { readonly url: string; readonly adminUrl: string };
  readonly standbyUrl: string;
  /** As a machine dies: everything at once, nothing asked. */
  killPrimary(): Promise<void>;
  promoteStandby(): Promise<void>;
  stop(): Promise<void>;
};

const patienceInMs = 60_000;

export async function startTwoServers({ run, copy, locale, user }: ServerTools): Promise<TwoServers> {
  const work = mkdtempSync(join(tmpdir(), 'hejie-two-servers-'));
  chmodSync(work, 0o711);
  const password = randomBytes(18).toString('base64url');
  const passwordFile = join(work, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined)
    for (const path of [work, passwordFile]) chownSync(path, user.uid, user.gid);
  const [one, two] = [await freePort(), await freePort()];
  const [primary, standby] = [join(work, 'primary'), join(work, 'standby')];
  const adminOf = (port: number): string => `postgres://postgres:${password}@127.0.0.1:${port}/hejie`;
  const hosts = `127.0.0.1:${one},127.0.0.1:${two}/hejie?target_session_attrs=read-write`;

  async function start(folder: string, port: number): Promise<void> {
    const given = `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
    await run('pg_ctl', '-D', folder, '-o', given, '-l', `${folder}.log`, '-w', '-t', '60', 'start');
  }

  async function stop(): Promise<void> {
    // One of them was killed, as a rule.
    for (const folder of [primary, standby])
      await run('pg_ctl', '-D', folder, '-m', 'immediate', '-s', 'stop').catch(() => undefined);
    rmSync(work, { recursive: true, force: true });
  }

  try {
    const account = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await run('initdb', '-D', primary, ...account, '--encoding=UTF8', ...locale, '--data-checksums');
    // A cluster at rest: its copy is a base backup.
    await copy(primary, standby);
    const source = `host=127.0.0.1 port=${one} user=postgres password=${password} application_name=standby`;
    appendFileSync(
      join(primary, 'postgresql.conf'),
      "\nwal_level = replica\nsynchronous_commit = remote_apply\nsynchronous_standby_names = 'standby'\n",
    );
    // Promoted it is alone, and waits for nobody.
    appendFileSync(join(standby, 'postgresql.conf'), `\nprimary_conninfo = '${source}'\n`);
    writeFileSync(join(standby, 'standby.signal'), '');
    await start(primary, one);
    await start(standby, two);
    const until = performance.now() + patienceInMs;
    while (!(await isInStep(adminOf(one)))) {
      if (performance.now() > until)
        throw new Error(`The standby is not in step:\n${readFileSync(`${standby}.log`, 'utf8')}`);
      await wait(50);
    }
  } catch (failure) {
    await stop();
    throw failure;
  }
  return {
    database: {
      url: `postgres://hejie_app:of-a-test@${hosts}`,
      adminUrl: `postgres://postgres:${password}@${hosts}`,
    },
    standbyUrl: adminOf(two),
    async killPrimary() {
      const children = await processesOf(adminOf(one));
      const postmaster = Number(readFileSync(join(primary, 'postmaster.pid'), 'utf8').split('\n')[0]);
      // The one that would start the others anew goes first.
      for (const pid of [postmaster, ...children]) kill(pid);
    },
    async promoteStandby() {
      await run('pg_ctl', '-D', standby, '-w', '-t', '60', 'promote');
    },
    stop,
  };
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It saw the postmaster go and went, too.
  }
}
