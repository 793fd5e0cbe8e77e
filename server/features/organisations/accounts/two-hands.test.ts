import { afterAll, beforeAll, expect, it } from 'vitest';
import { hireWithPassword, newName, production, setUpTotp, signInAs } from '#server/testing/getting-in.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let one: Person;
let other: Person;
beforeAll(async () => {
  program = await createTestProgram({ config: production() });
  one = await hire(program, '1502', 'security-admin');
  other = await hire(program, '1502', 'security-admin', newName());
});
afterAll(() => program?.stop());

const resetFactor = (by: Person, userId: string) =>
  by.post(`organisation/accounts/${userId}/actions/reset-second-factor`, { reason: '本人到场说明手机遗失' });
const setPassword = (by: Person, userId: string) =>
  by.post(`organisation/accounts/${userId}/actions/set-password`, {});

it('nobody alone gives an auditor password and second factor', async () => {
  const name = newName();
  const { userId } = (await hireWithPassword(program, '1502', 'auditor', name)).actor;
  await setUpTotp(program, await signInAs(program, name));
  expect((await resetFactor(one, userId)).status).toBe(200);
  expect((await setPassword(one, userId)).body.code).toBe('needs-another-administrator');
  expect((await setPassword(other, userId)).status).toBe(200);
  expect((await resetFactor(other, userId)).body.code).toBe('needs-another-administrator');
  expect((await resetFactor(one, userId)).status).toBe(200);
});

it('of a clerk one administrator gives both', async () => {
  const { userId } = (await hireWithPassword(program, '150204', 'clerk', newName())).actor;
  expect((await setPassword(one, userId)).status).toBe(200);
  expect((await resetFactor(one, userId)).status).toBe(200);
});
