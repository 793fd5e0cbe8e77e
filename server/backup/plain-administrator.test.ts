import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { hire } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import {
  ask,
  backUp,
  type EmptyPlace,
  emptyPlace,
  formOf,
  restoreInto,
  tablesOf,
} from './instances.fixture.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const { adminUrl } = inject('testServer');
const role = `admin_${randomBytes(4).toString('hex')}`;
let folder: string;
let program: TestProgram;
let place: EmptyPlace;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hejie-backup-'));
  program = await createTestProgram();
  place = await emptyPlace();
  await ask(
    adminUrl,
    `create role ${role} login createrole createdb password 'of its own';
     grant hejie_owner, hejie_app to ${role} with admin option`,
  );
});
afterAll(async () => {
  await place?.drop();
  await program?.stop();
  await ask(adminUrl, `drop owned by ${role}; drop role ${role}`);
  await rm(folder, { recursive: true, force: true });
});

function asRole(url: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = encodeURIComponent('of its own');
  return changed.href;
}

it('needs no superuser, and no policy hides a row from it', async () => {
  const clerk = await hire(program, '150204', 'clerk');
  const { status } = await clerk.post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: '楼下饭店的油烟进了家里，谈了几次没有结果。',
    parties: [{ seat: 'applicant', kind: 'anonymous' }],
  });
  expect(status).toBe(201);
  const original = String(program.admin.pool.options.connectionString);
  const file = join(folder, 'plain.backup');
  await backUp(program, file, { adminUrl: asRole(original) });
  const where = { ...place.where, adminUrl: asRole(place.adminUrl) };
  await restoreInto({ ...place, where }, program.services.keys, file);
  const tables = await tablesOf(place.adminUrl);
  expect(tables).toEqual(await tablesOf(original));
  expect(tables['hejie.matter']).toMatch(/^1 /);
  expect(await formOf(place.adminUrl)).toEqual(await formOf(original));
});
