import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hireWithPassword, newName, production, setUpTotp, signInAs } from '#server/testing/getting-in.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let security: Person;
let auditor: Person;
beforeAll(async () => {
  program = await createTestProgram({ config: production() });
  security = await hire(program, '1502', 'security-admin');
  auditor = await hire(program, '1502', 'auditor');
});
afterAll(() => program?.stop());

const reason = '本人到场说明手机遗失';
const reset = (by: Person, userId: string, body: object = { reason }) =>
  by.post(`organisation/accounts/${userId}/actions/reset-second-factor`, body);

async function withTotp() {
  const name = newName();
  const { actor } = await hireWithPassword(program, '150204', 'clerk', name);
  const browser = await signInAs(program, name);
  await setUpTotp(program, browser);
  return { name, userId: actor.userId, browser };
}

describe("resetting a colleague's second factor", () => {
  it('takes it away, ends their sessions, and stands in the record with its reason', async () => {
    const { name, userId, browser } = await withTotp();
    const find = async () => (await security.get(`organisation/accounts?find=${name}`)).body.accounts[0];
    expect((await find()).secondFactor).toBe('totp');
    const answer = await reset(security, userId);
    expect([answer.status, answer.body.secondFactor]).toEqual([200, 'none']);
    expect((await browser.get('me')).status).toBe(401);
    expect((await (await signInAs(program, name)).get('me')).status).toBe(200);
    const { changes } = (await auditor.get('audit/changes?type=second-factor-reset')).body;
    expect(changes[0]).toMatchObject({
      typeLabel: '重置双重验证',
      actor: { id: security.actor.userId },
      facts: expect.arrayContaining([{ label: '理由', value: reason }]),
    });
  });

  it('changes nothing and records nothing a second time, also at once', async () => {
    const { userId } = await withTotp();
    const answers = await Promise.all([reset(security, userId), reset(security, userId)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { changes } = (await auditor.get('audit/changes?type=second-factor-reset')).body;
    const ofThem = changes.filter((change: { facts: { value: string }[] }) =>
      change.facts[0]?.value.includes('person'),
    );
    expect(new Set(ofThem.map(({ id }: { id: string }) => id)).size).toBe(2);
  });

  it('is refused for oneself, without a reason, for nobody, and to everybody else', async () => {
    const { userId } = await withTotp();
    expect((await reset(security, security.actor.userId)).body.code).toBe('own-second-factor');
    expect((await reset(security, userId, {})).status).toBe(400);
    expect((await reset(security, userId, { reason: '  ' })).status).toBe(400);
    expect((await reset(security, program.services.newId())).status).toBe(404);
    for (const [unit, role] of [
      ['1502', 'system-admin'],
      ['150204', 'supervisor'],
      ['150204', 'clerk'],
    ] as const)
      expect((await reset(await hire(program, unit, role), userId)).status, role).toBe(403);
    expect((await reset(auditor, userId)).status).toBe(403);
  });
});

describe('the last two of a kind', () => {
  it('do not disable each other at the same moment', async () => {
    const other = await hireWithPassword(program, '1502', 'security-admin', newName());
    const known = await hireWithPassword(program, '1502', 'security-admin', newName());
    const disable = (by: Person, who: Person) =>
      by.post(`organisation/accounts/${who.actor.userId}/actions/disable`, {});
    // The one of the other tests leaves, so that two are left.
    expect(
      (await known.post(`organisation/postings/${security.actor.postingId}/actions/end`, { version: 1 }))
        .status,
    ).toBe(200);
    const answers = await Promise.all([disable(known, other), disable(other, known)]);
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const lost = answers.find(({ status }) => status !== 200);
    expect([401, 403, 422]).toContain(lost?.status);
    const survivor = answers[0]?.status === 200 ? known : other;
    expect((await survivor.get('organisation/accounts')).status).toBe(200);
    expect((await disable(survivor, survivor)).body.code).toBe('own-account');
  });
});
