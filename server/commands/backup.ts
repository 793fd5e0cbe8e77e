import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '#server/app/config.ts';
import { makeBackup } from '#server/backup/make-backup.ts';
import { verifyBackup } from '#server/backup/verify-backup.ts';
import { openAsItIs } from '#server/database/open-database.ts';
import { assertNoUnfinishedRestore } from '#server/database/unfinished-restore.ts';
import { openExistingKeys } from './existing-keys.ts';
import { keptFiles } from './kept-files.ts';
import { showProgress } from './progress.ts';

export type BackupCommand = {
  readonly file: string;
  /** Only reads the file that is there. */
  readonly verify: boolean;
  /** Of this program. */
  readonly version: string;
  readonly now: string;
};

export type BackupTerminal = {
  readonly isTerminal: boolean;
  print(line: string): void;
  /** How far it is. */
  tell(line: string): void;
  readonly signal?: AbortSignal;
};

/** `hejie backup`: answers whether everything is in it that should be. */
export async function backupCommand(
  config: Config,
  { file, verify, version, now }: BackupCommand,
  terminal: BackupTerminal,
): Promise<boolean> {
  return verify
    ? verifyCommand(config, resolve(file), terminal)
    : makeCommand(config, { file: resolve(file), version, now }, terminal);
}

async function makeCommand(
  config: Config,
  { file, version, now }: Omit<BackupCommand, 'verify'>,
  terminal: BackupTerminal,
): Promise<boolean> {
  const { database: where, dataFolder } = config;
  const { isTerminal, print, tell, signal } = terminal;
  assertNoUnfinishedRestore(dataFolder);
  await assertFolder(dirname(file));
  if (where.kind === 'embedded') await assertThere(dataFolder);
  const keys = await openExistingKeys(config);
  const database = await openAsItIs({ where, dataFolder, print: tell });
  const writing = showProgress('MB', { isTerminal, print: (line) => tell(`writing: ${line}`) });
  let verifying: ReturnType<typeof showProgress> | undefined;
  try {
    const made = await makeBackup({
      keys,
      adminUrl: database.adminUrl,
      dataFolder,
      file,
      version,
      now,
      kept: keptFiles(config),
      onWriting: writing.show,
      onVerifying(share, megabytes) {
        if (verifying === undefined) {
          writing.stop();
          verifying = showProgress('MB', { isTerminal, print: (line) => tell(`reading again: ${line}`) });
        }
        verifying.show(share, megabytes);
      },
      ...(signal && { signal }),
    });
    verifying?.stop();
    const { tables, rows, files, size, missing, damaged } = made;
    print(
      `backed up ${tables} tables, ${rows} rows, ${files} files: ${file}, ${inMegabytes(size)}, read again`,
    );
    return tellLost(missing, damaged, print);
  } finally {
    writing.stop();
    verifying?.stop();
    await database.stop();
  }
}

async function verifyCommand(
  config: Config,
  file: string,
  { isTerminal, print, tell, signal }: BackupTerminal,
): Promise<boolean> {
  const keys = await openExistingKeys(config);
  const progress = showProgress('MB', { isTerminal, print: tell });
  try {
    const { head, manifest, size } = await verifyBackup({ file, keys, onProgress: progress.show, signal });
    progress.stop();
    const tables = manifest.parts.filter(({ kind }) => kind === 'table');
    const rows = tables.reduce((sum, one) => sum + one.rows, 0);
    print(
      `sound: ${tables.length} tables, ${rows} rows, ${manifest.files.count} files of ${head.takenAt}, ` +
        `by Hejie ${head.version} (${head.migrations.at(-1)?.name}), ${inMegabytes(size)}`,
    );
    return tellLost(manifest.missing.length, manifest.damaged.length, print);
  } finally {
    progress.stop();
  }
}

/** What the store had lost before is lost in its backup, too; an older backup may still have it. */
function tellLost(missing: number, damaged: number, print: (line: string) => void): boolean {
  if (missing + damaged === 0) return true;
  print(
    `BUT the store itself is not whole: ${missing} files that matters name are missing, ${damaged} are not as they ` +
      'were written. Keep your older backups, and look for these files in them.',
  );
  return false;
}

async function assertFolder(folder: string): Promise<void> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new Error(`There is no folder ${folder}.`);
}

async function assertThere(dataFolder: string): Promise<void> {
  await stat(join(dataFolder, 'postgres')).catch(() => {
    throw new Error(`There is nothing to back up in ${dataFolder}. Name the data folder with HEJIE_DATA.`);
  });
}

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
