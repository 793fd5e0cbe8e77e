import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Binaries, findBinaries } from './binaries.ts';
import { isAlive } from './is-alive.ts';
import { assertReachable, chooseSystemUser, type SystemUser } from './system-user.ts';

/** A PostgreSQL cluster on disk, and what is needed to run and enter it. */
export type Cluster = {
  folder: string;
  logFile: string;
  binaries: Binaries;
  user: SystemUser;
  access: Access;
  rememberPort(port: number): void;
};

/** Kept beside the cluster, readable by ourselves only. */
export type Access = { adminPassword: string; appPassword: string; port?: number };

const accessFile = 'access.json';

/** Opens `<dataFolder>/postgres`, making a new cluster there when there is none. */
export async function openCluster(dataFolder: string, isThrowaway: boolean): Promise<Cluster> {
  makeFolder(dataFolder);
  const home = join(realpathSync(dataFolder), 'postgres');
  const binaries = await findBinaries();
  const user = chooseSystemUser(join(home, 'cluster'));
  assertReachable(binaries.postgres, user);
  assertReachable(home, user);
  if (!existsSync(home)) await createCluster(home, binaries, user, isThrowaway);

  const access = JSON.parse(readFileSync(join(home, accessFile), 'utf8')) as Access;
  return {
    folder: join(home, 'cluster'),
    logFile: join(home, 'server.log'),
    binaries,
    user,
    access,
    rememberPort(port) {
      if (access.port === port) return;
      access.port = port;
      writeAccess(home, access);
    },
  };
}

/** Works in a folder of its own and renames it at the end: an interrupted start leaves nothing half made. */
async function createCluster(
  home: string,
  binaries: Binaries,
  user: SystemUser,
  isThrowaway: boolean,
): Promise<void> {
  sweepUnfinished(home);
  const unfinished = `${home}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const folder = join(unfinished, 'cluster');
  const passwordFile = join(unfinished, 'password');
  const access: Access = { adminPassword: newPassword(), appPassword: newPassword() };
  makeFolder(unfinished);
  makeFolder(folder);
  writeAccess(unfinished, access);
  writeFileSync(passwordFile, access.adminPassword, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(folder, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const options = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-instructions',
  ];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const durability = isThrowaway ? ['--no-sync'] : [];
  await promisify(execFile)(binaries.initdb, [`--pgdata=${folder}`, ...options, ...locale, ...durability], {
    ...user,
    cwd: '/',
  });
  rmSync(passwordFile);
  moveIntoPlace(unfinished, home);
}

function moveIntoPlace(unfinished: string, home: string): void {
  try {
    renameSync(unfinished, home);
  } catch (error) {
    // Another program made the cluster at the same moment: theirs is as good.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

/** Others may pass through, as the user postgres must, but not look around; a folder that was there stays as it is. */
function makeFolder(path: string): void {
  // The mode is set apart, for a strict umask would take from it.
  if (mkdirSync(path, { recursive: true })) chmodSync(path, 0o711);
}

function sweepUnfinished(home: string): void {
  for (const name of readdirSync(dirname(home))) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) rmSync(join(dirname(home), name), { recursive: true, force: true });
  }
}

function writeAccess(home: string, access: Access): void {
  const path = join(home, accessFile);
  writeFileSync(`${path}.new`, JSON.stringify(access), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
