import { resolve } from 'node:path';
import type { Config } from '#server/app/config.ts';
import { restoreBackup } from '#server/backup/restore-backup.ts';
import type { BackupTerminal } from './backup.ts';
import { openExistingKeys } from './existing-keys.ts';
import { keptFiles } from './kept-files.ts';
import { type Progress, showProgress } from './progress.ts';

/** `hejie restore`: a backup becomes an instance again, where there is none. */
export async function restoreCommand(
  config: Config,
  file: string,
  { isTerminal, print, tell, signal }: BackupTerminal,
): Promise<void> {
  const { database: where, dataFolder } = config;
  const keys = await openExistingKeys(config);
  const verifying = showProgress('MB', { isTerminal, print: (line) => tell(`reading: ${line}`) });
  let restoring: Progress | undefined;
  try {
    const { head, manifest } = await restoreBackup({
      keys,
      where,
      dataFolder,
      file: resolve(file),
      kept: keptFiles(config),
      print: tell,
      onVerifying: verifying.show,
      onRestoring(share, megabytes) {
        if (restoring === undefined) {
          verifying.stop();
          restoring = showProgress('MB', { isTerminal, print: (line) => tell(`restoring: ${line}`) });
        }
        restoring.show(share, megabytes);
      },
      ...(signal && { signal }),
    });
    restoring?.stop();
    const tables = manifest.parts.filter(({ kind }) => kind === 'table');
    const rows = tables.reduce((sum, one) => sum + one.rows, 0);
    print(
      `restored ${tables.length} tables, ${rows} rows, ${manifest.files.count - manifest.damaged.length} files of ` +
        `${head.takenAt}. Compare: npx hejie replay --all. Then: npm start`,
    );
  } finally {
    verifying.stop();
    restoring?.stop();
  }
}
