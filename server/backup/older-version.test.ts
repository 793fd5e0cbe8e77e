import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { knownMigrations, migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { prepareDatabase } from '#server/database/prepare.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import {
  ask,
  backUp,
  type EmptyPlace,
  emptyPlace,
  formOf,
  nameOf,
  restoreInto,
  startOn,
  tablesOf,
} from './instances.fixture.ts';

// Whole databases are made, read and made again.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let folder: string;
let program: TestProgram;
let old: EmptyPlace;
let place: EmptyPlace;
const known = knownMigrations();
const last = known.at(-1);
const before = known.at(-2);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hejie-backup-'));
  program = await createTestProgram();
  [old, place] = await Promise.all([emptyPlace(), emptyPlace()]);
});
afterAll(async () => {
  await old?.drop();
  await place?.drop();
  await program?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What every version has had since the first: enough to see rows, references and a sealed bytea come across. */
const rowsOfThen = `
  insert into hejie.city (city_code, name, name_en, zone, pack_hash, loaded_at)
    values ('1502', '包头市', 'Baotou', 'Asia/Shanghai', 'of then', '2026-01-05T01:00:00.123456Z');
  insert into hejie.region (city_code, code, name, name_en, level, parent_code)
    values ('1502', '150204', E'青山区\\t\\\\N\\n', 'Qingshan', 'county', null);
  insert into hejie.unit (city_code, id, kind, region_code, parent_id, code, name, name_en, is_active, version)
    values ('1502', '01900000-0000-7000-8000-000000000001', 'centre', '150204', null, 'then', '中心', 'Centre', true, 1);
  insert into hejie.unit (city_code, id, kind, region_code, parent_id, code, name, name_en, is_active, version)
    values ('1502', '01900000-0000-7000-8000-000000000000', 'department', '150204',
      '01900000-0000-7000-8000-000000000001', 'then/housing', '住建', 'Housing', true, 1);
  insert into hejie.draft (city_code, user_id, sealed, updated_at, version)
    values ('1502', '01900000-0000-7000-8000-000000000009', '\\x00ff0a0d5c', '2026-01-05T01:00:00Z', 1);
  insert into sign_in."user" (id, name, username, email, email_verified)
    values ('01900000-0000-7000-8000-000000000009', '李梅', 'limei', 'limei@x.invalid', true);`;

it('comes across: a backup of the version before becomes an instance of this one', async () => {
  const prepared = await prepareDatabase({
    adminUrl: old.adminUrl,
    appPassword: null,
    database: nameOf(old),
  });
  await migrate({ adminUrl: prepared.adminUrl, upTo: before?.number ?? 0 });
  await ask(old.adminUrl, rowsOfThen);
  const rows = await tablesOf(old.adminUrl);
  expect(await ask(old.adminUrl, 'select max(number) as last from hejie_meta.migration')).toEqual([
    { last: before?.number },
  ]);

  const file = join(folder, 'old.backup');
  await backUp(program, file, { adminUrl: old.adminUrl, dataFolder: old.dataFolder });
  // Making a backup brings nothing up to date: it is what one does before an upgrade.
  expect(await tablesOf(old.adminUrl)).toEqual(rows);

  const { head } = await restoreInto(place, program.services.keys, file);
  expect(head.migrations.at(-1)?.name).toBe(before?.name);
  expect(await ask(place.adminUrl, 'select max(number) as last from hejie_meta.migration')).toEqual([
    { last: last?.number },
  ]);
  const across = await tablesOf(place.adminUrl);
  for (const table of ['city', 'region', 'unit', 'draft'].map((name) => `hejie.${name}`))
    expect([table, across[table]?.split(' ')[0]]).toEqual([table, rows[table]?.split(' ')[0]]);
  expect(await ask(place.adminUrl, 'select sealed from hejie.draft')).toEqual([
    { sealed: Buffer.from([0, 255, 10, 13, 92]) },
  ]);
  expect(await ask(place.adminUrl, 'select name from hejie.region')).toEqual([{ name: '青山区\t\\N\n' }]);

  // The same form as one that was migrated while it lived.
  await migrate({ adminUrl: old.adminUrl });
  expect(await formOf(place.adminUrl)).toEqual(await formOf(old.adminUrl));
  expect(across).toEqual(await tablesOf(old.adminUrl));

  const running = await startOn(place, program);
  await running.stop();
});

it('goes back from nowhere: an older program refuses what a newer one restored', async () => {
  const silent = (): void => undefined;
  const { where, dataFolder } = place;
  await ask(place.adminUrl, `insert into hejie_meta.migration values (9999, '9999-later.sql', 'x')`);
  await expect(
    openDatabase({ where, dataFolder, part: 'program', print: silent, onLost: silent }),
  ).rejects.toThrow('newer than this program');
});
