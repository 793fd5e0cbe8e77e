import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbedded } from '../../server/database/embedded.ts';
import { migrate } from '../../server/database/migrate.ts';
import { prepareDatabase } from '../../server/database/prepare.ts';

const codegen = createRequire(import.meta.url).resolve('kysely-codegen/dist/cli/bin.js');

const options = [
  '--dialect=postgres',
  // A legal day is a text such as 2026-11-23, not an instant: see server/database/connection.ts.
  '--date-parser=string',
  '--type-mapping={"int8":"number"}',
  '--exclude-pattern={hejie_meta,jobs}.*',
  '--log-level=silent',
  '--print',
];

/** The tables as Kysely types, read from a database that all migrations were applied to. */
export async function makeDatabaseTypes(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hejie-types-'));
  chmodSync(dataFolder, 0o711);
  const server = await startEmbedded({ dataFolder, log: () => undefined, isThrowaway: true });
  try {
    const { adminUrl } = await prepareDatabase(server);
    await migrate({ adminUrl });
    const { stdout } = await promisify(execFile)(process.execPath, [
      codegen,
      `--url=${adminUrl}`,
      ...options,
    ]);
    return stdout;
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
