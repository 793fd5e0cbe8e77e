import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '#server/app/log.ts';
import type { Services } from '#server/app/services.ts';
import { exampleMatterId, examples } from '#server/features/matters/public.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { demoPeople } from './accounts.ts';
import { inventMatters } from './invented-matters.ts';
import { joinedMatters } from './joined-matters.ts';
import { prepareDemoAccounts, seedDemo } from './seed.ts';

let program: TestProgram;
let warnings: unknown[];
let services: Services;
const silent = (): void => undefined;

beforeEach(async () => {
  program = await createTestProgram();
  warnings = [];
  const log = createLog('silent');
  log.warn = (...what: unknown[]) => warnings.push(what);
  services = { ...program.services, log };
});
afterEach(() => program.stop());

async function ask(query: string): Promise<Record<string, unknown>[]> {
  return (await program.admin.pool.query(query)).rows;
}

describe('the demo', () => {
  it('has accounts in every role, and matters in every state, late ones and due ones among them', async () => {
    await seedDemo(services, silent);
    expect(warnings).toEqual([]);
    const states =
      await ask(`select status, count(*) as n, count(*) filter (where due_on < '2026-03-02') as late,
      count(*) filter (where due_on = '2026-03-02') as today from hejie.matter group by status`);
    const count = (of: string): number => states.reduce((sum, row) => sum + Number(row[of]), 0);
    expect(states).toHaveLength(10);
    expect(count('n')).toBeGreaterThan(290);
    expect(count('late')).toBeGreaterThan(20);
    expect(count('today')).toBeGreaterThan(10);
    const [few] =
      await ask(`select count(*) filter (where reopenings > 0) as reopened, count(danger) as flagged,
      count(*) filter (where is_sampled) as sampled, count(*) filter (where returns > 0) as returned,
      count(*) filter (where is_anonymous) as anonymous, count(*) filter (where holder_unit_id <> lead_unit_id) as away,
      min(registered_at) > timestamptz '2026-03-02' - interval '90 days' as is_recent,
      max(registered_at) <= '2026-03-02T01:00:00Z' as is_past from hejie.matter`);
    for (const [what, found] of Object.entries(few ?? {}))
      expect([what, Number(found) > 0]).toEqual([what, true]);

    const rows = await ask('select id, version from hejie.matter');
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    for (const [name, { version }] of Object.entries(examples)) {
      expect([name, versions.get(exampleMatterId(name as keyof typeof examples))]).toEqual([name, version]);
    }

    const accounts = services.demoAccounts;
    expect(accounts).toHaveLength(demoPeople.length);
    expect(new Set(accounts.map(({ role }) => role)).size).toBe(9);
    const file = join(services.config.dataFolder, 'demo-accounts.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    // Every account has something to do, or something to look at.
    const answers = await Promise.all(
      accounts
        .filter(({ role }) => !['leader', 'auditor', 'system-admin', 'security-admin'].includes(role))
        .map(async ({ username, token, role }) => {
          const queue = role === 'supervisor' ? 'sampled' : 'mine';
          const headers = { host: 'localhost', authorization: `Bearer ${token}` };
          const { statusCode, json } = await program.app.inject({
            url: `/api/v1/matters?queue=${queue}`,
            headers,
          });
          return [username, statusCode, statusCode === 200 && json().total > 0];
        }),
    );
    expect(answers.filter(([, status, has]) => status !== 200 || !has)).toEqual([]);
  }, 60_000);

  it('goes on where a first start was killed, and changes nothing at the next', async () => {
    let files = 0;
    const put: typeof services.files.put = (content) => {
      files += 1;
      if (files > 30) throw new Error('killed');
      return program.services.files.put(content);
    };
    const dying: Services = { ...services, files: { ...services.files, put } };
    await expect(seedDemo(dying, silent)).rejects.toThrow('killed');
    const [half] = await ask('select count(*) as n, sum(version) as steps from hejie.matter');
    expect(services.demoAccounts).toEqual([]);

    await seedDemo(services, silent);
    expect(warnings).toEqual([]);
    const planned = [...inventMatters(services), ...joinedMatters(services)];
    // One is split off by a step of another, registered and accepted; one takes another in.
    const made = { matters: 1, steps: 2 + 1 };
    const [whole] = await ask(
      `select count(*) as n, sum(version) as steps from hejie.matter where subject not like '接口示例%'`,
    );
    expect(Number(half?.n)).toBeLessThan(planned.length);
    expect(whole).toEqual({
      n: planned.length + made.matters,
      steps: planned.reduce((sum, { steps }) => sum + steps.length + 1, made.steps),
    });

    const tokens = services.demoAccounts.map(({ token }) => token);
    const next: Services = { ...services, demoAccounts: [] };
    await seedDemo(next, () => expect.fail('nothing is left to say'));
    expect(next.demoAccounts.map(({ token }) => token)).toEqual(tokens);
  }, 60_000);

  it('keeps away from a database that has accounts of its own', async () => {
    await ask(`insert into sign_in."user" (id, name, email, email_verified, username)
      values (gen_random_uuid(), '真人', 'a@x.invalid', true, 'real')`);
    const said: string[] = [];
    await seedDemo(services, (line) => said.push(line));
    await prepareDemoAccounts(services);
    expect(said).toEqual([
      'This database has accounts that are not of the demo, so no demo accounts were made.',
    ]);
    expect(await ask('select count(*) as n from sign_in."user"')).toEqual([{ n: 1 }]);
  });
});
