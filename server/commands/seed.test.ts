import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Services } from '#server/app/services.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { seedCommand } from './seed.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await createTestProgram();
});
afterAll(() => program?.stop());

async function ordered(matters: string, services: Services = program.services): Promise<string[]> {
  const said: string[] = [];
  const adminUrl = String(program.admin.pool.options.connectionString);
  const terminal = { isTerminal: false, print: (line: string) => said.push(line), tell: () => undefined };
  await seedCommand(services, { matters, adminUrl }, terminal);
  return said;
}

it.each(['', '0', '-5', 'many', '1e6', '999999999999'])(
  'is asked for a number, not for "%s"',
  async (matters) => {
    await expect(ordered(matters)).rejects.toThrow(`"${matters}" is no number of matters.`);
  },
);

it('fills nothing in production', async () => {
  const services: Services = {
    ...program.services,
    config: { ...program.services.config, mode: 'production' },
  };
  await expect(ordered('5', services)).rejects.toThrow('Only a demo is seeded');
});

it('fills an empty demo, says how many there are, and does nothing where they are', async () => {
  expect((await ordered('50')).at(-1)).toBe('There are 50 matters.');
  expect((await ordered('50')).at(-1)).toBe('There are 50 matters.');
  expect((await ordered('20')).at(-1)).toBe('There are 50 matters.');
}, 60_000);

it('keeps away from a city where somebody real works', async () => {
  const other = await createTestProgram();
  try {
    await other.admin.pool.query(`insert into sign_in."user" (id, name, email, email_verified, username)
      values (gen_random_uuid(), '真人', 'a@x.invalid', true, 'real')`);
    await expect(ordered('5', other.services)).rejects.toThrow('accounts that are not of the demo');
  } finally {
    await other.stop();
  }
});
