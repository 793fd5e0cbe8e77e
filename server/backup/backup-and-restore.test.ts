import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { seedDemo } from '#server/demo/seed.ts';
import { replayMatters } from '#server/features/matters/public.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import {
  ask,
  backUp,
  type EmptyPlace,
  emptyPlace,
  filesOf,
  formOf,
  restoreInto,
  startOn,
  tablesOf,
} from './instances.fixture.ts';
import { readContents } from './read-contents.ts';

// Whole databases are made, read and made again.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let folder: string;
let file: string;
let original: TestProgram;
let place: EmptyPlace;
const silent = (): void => undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hejie-backup-'));
  file = join(folder, 'city.backup');
  original = await createTestProgram();
  await seedDemo(original.services, silent);
  await backUp(original, file);
  place = await emptyPlace();
  await restoreInto(place, original.services.keys, file);
});
afterAll(async () => {
  await place?.drop();
  await original?.stop();
  await rm(folder, { recursive: true, force: true });
});

const adminUrl = (): string => String(original.admin.pool.options.connectionString);

describe('a restored instance', () => {
  it('equals the original table by table, and every table with rows is among them', async () => {
    const before = await tablesOf(adminUrl());
    expect(await tablesOf(place.adminUrl)).toEqual(before);
    const filled = Object.entries(before).filter(([, told]) => !told.startsWith('0 '));
    expect(filled.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'hejie.matter',
        'hejie.event',
        'hejie.paper',
        'hejie.clock',
        'hejie.message',
        'hejie.notice',
        'hejie.matter_search',
        'hejie.procedure_run',
        'jobs.job',
        'jobs.queue',
        'sign_in."user"',
        'sign_in.account',
      ]),
    );
  });

  it('has the same form: references, indexes, policies and rights', async () => {
    expect(await formOf(place.adminUrl)).toEqual(await formOf(adminUrl()));
  });

  it('equals it file by file', async () => {
    const before = await filesOf(original.services.config.dataFolder);
    expect(Object.keys(before).length).toBeGreaterThan(10);
    expect(await filesOf(place.dataFolder)).toEqual(before);
    expect(await readFile(join(place.dataFolder, 'demo-accounts.json'), 'utf8')).toBe(
      await readFile(join(original.services.config.dataFolder, 'demo-accounts.json'), 'utf8'),
    );
    expect((await readdir(place.dataFolder)).sort()).toEqual(['demo-accounts.json', 'files']);
  });

  it('lets people sign in and read a paper, replays clean, and makes no second demo', async () => {
    const restored = await startOn(place, original);
    try {
      await seedDemo(restored.services, silent);
      const account = restored.services.demoAccounts.find(({ role }) => role === 'supervisor');
      const signedIn = await restored.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        headers: { host: 'localhost', origin: 'http://localhost' },
        payload: { username: account?.username, password: account?.password },
      });
      expect(signedIn.statusCode).toBeLessThan(300);
      const [paper] = await ask(
        place.adminUrl,
        `select p.matter_id, p.id, p.media_type, s.id as posting, u.username from hejie.paper p
         join hejie.matter m on m.id = p.matter_id and m.seal_ground is null
         join hejie.posting s on s.unit_id = m.lead_unit_id and s.role = 'dispatcher' join sign_in."user" u on u.id = s.user_id
         order by p.id limit 1`,
      );
      const token = restored.services.demoAccounts.find(
        ({ username }) => username === paper?.username,
      )?.token;
      const read = await restored.app.inject({
        url: `/api/v1/matters/${paper?.matter_id}/papers/${paper?.id}`,
        headers: {
          host: 'localhost',
          authorization: `Bearer ${token}`,
          'hejie-posting': String(paper?.posting),
        },
      });
      expect([read.statusCode, read.headers['content-type']]).toEqual([200, paper?.media_type]);
      const counts = await replayMatters(restored.services, { onDifference: silent, onProgress: silent });
      expect(counts).toMatchObject({ differences: 0 });
      expect(counts?.matters).toBeGreaterThan(290);
    } finally {
      await restored.stop();
    }
  });
});

describe('the file', () => {
  it('is only ours to read, and nothing is left beside it', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['city.backup']);
  });

  it('holds no key that opens anything: not the master key, no derived one, none of a matter, no password', async () => {
    const { services } = original;
    const contents: Buffer[] = [];
    await readContents(
      { file, keys: services.keys, onProgress: silent },
      {
        onHead: (head) => void contents.push(Buffer.from(JSON.stringify(head))),
        async onPart(part, content) {
          contents.push(Buffer.from(JSON.stringify(part)));
          for await (const piece of content) contents.push(piece);
        },
      },
    );
    const plain = Buffer.concat(contents);
    const { secrets } = services.config;
    if (secrets.kind !== 'kept') throw new Error('a test keeps its key in a folder');
    const masterKey = Buffer.from(await readFile(join(secrets.folder, 'master.key'), 'utf8'), 'base64');
    const rows = await ask(
      adminUrl(),
      'select id, lead_unit_id, wrapped_key, city_code from hejie.matter where wrapped_key is not null',
    );
    expect(rows.length).toBeGreaterThan(200);
    const wrapped = rows.map(({ wrapped_key }) => wrapped_key as Buffer);
    // The search itself finds what is there.
    for (const one of wrapped) expect(holds(plain, one)).toBe(true);
    const opened = rows.map((row) => openKey(row));
    const derived = ['session', 'backup', 'party-secret'].map((purpose) => services.keys.purposeKey(purpose));
    for (const key of [masterKey, ...derived, ...opened]) expect(holds(plain, key)).toBe(false);
  });

  function openKey(row: Record<string, unknown>): Buffer {
    const { keys } = original.services;
    return keys.unwrapMatterKey(row.wrapped_key as Buffer, String(row.lead_unit_id), boundOf(row));
  }
});

const boundOf = (row: Record<string, unknown>): string => `matter/${row.id}`;

/** In whatever way it might be written. */
function holds(plain: Buffer, secret: Buffer): boolean {
  return [
    secret,
    ...(['hex', 'base64', 'base64url'] as const).map((way) => secret.toString(way).replace(/=+$/, '')),
  ].some((form) => plain.includes(form));
}
