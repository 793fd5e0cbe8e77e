import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { act, hireAll, labour, toHandling } from './steps/side-ways/side-ways.fixture.ts';

let program: TestProgram;

beforeAll(async () => {
  program = await createTestProgram();
});
afterAll(() => program?.stop());

async function idsOf(trx: Trx, condition = sql`true`): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from hejie.matter where ${condition} order by id`.execute(trx);
  return rows.map(({ id }) => id);
}

// The policy looks at holder and lead in the row first, and asks the function only about the others.
it('shows just the matters in which somebody takes part: held, led, assisted, passed on, sealed, of others', async () => {
  const people = await hireAll(program);
  const { dispatcher, handler, supervisor, upper } = people;
  await toHandling(people);
  await act(handler, await toHandling(people), 'ask-assistance', { unitId: labour, text: '请核实。' });
  const away = await act(dispatcher, await toHandling(people), 'escalate', { reason: '涉及两个旗县区。' });
  await act(upper, away, 'accept-hand-over');
  await act(supervisor, await toHandling(people), 'seal', {
    ground: 'other',
    reason: '当事人要求。',
    readerUserIds: [dispatcher.actor.userId, handler.actor.userId],
  });
  const seen: Record<string, number> = {};
  for (const [name, { actor }] of Object.entries(people)) {
    const { cityCode, userId, unitId, role } = actor;
    const byPolicy = await inTransaction(program.services, actor, (trx) => idsOf(trx));
    // The owner's connection passes the policies by, so that the function alone answers.
    const byFunction = await program.admin.db.transaction().execute(async (trx) => {
      await sql`select hejie.set_context(${cityCode}, ${userId}::uuid, ${unitId}::uuid, ${role})`.execute(
        trx,
      );
      return idsOf(trx, sql`hejie.takes_part(city_code, id)`);
    });
    expect(byPolicy, name).toEqual(byFunction);
    seen[name] = byPolicy.length;
  }
  expect(seen).toEqual({
    clerk: 2,
    dispatcher: 3,
    supervisor: 3,
    handler: 3,
    colleague: 2,
    labourHandler: 1,
    upper: 1,
    across: 0,
  });
});
