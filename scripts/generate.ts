import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeArchitecture } from './generate/architecture.ts';
import { makeDatabaseTypes } from './generate/database-types.ts';
import { formatted } from './generate/formatted.ts';

/** Files, or parts of files, that are made from something else. `npm run check` fails when one is stale. */
type Generated = { file: string; make(): Promise<string> };

const generated: Generated[] = [
  { file: 'server/database/types.ts', make: makeDatabaseTypes },
  { file: 'ARCHITECTURE.md', make: makeArchitecture },
];

const top = join(import.meta.dirname, '..');
const onlyChecks = process.argv.includes('--check');

for (const { file, make } of generated) {
  try {
    const path = join(top, file);
    const made = formatted(file, await make());
    if (existsSync(path) && readFileSync(path, 'utf8') === made) continue;
    if (onlyChecks) throw new Error('not up to date. Run `npm run generate` and commit the result.');
    writeFileSync(path, made);
    console.log(`Written: ${file}`);
  } catch (error) {
    console.error(`${file}: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
