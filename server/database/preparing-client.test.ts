import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Connection, connect } from './connection.ts';
import { sendHeldBack, unread } from './preparing-client.ts';

let connection: Connection;
const rowsOf = async () =>
  (await sql<{ n: number }>`select n from kept order by n`.execute(connection.db)).rows;

beforeAll(async () => {
  connection = connect({ url: inject('testServer').adminUrl, connections: 1 });
  await sql`create temporary table kept (n integer primary key)`.execute(connection.db);
});
beforeEach(() => sql`truncate kept`.execute(connection.db));
afterAll(() => connection?.close());

const put = (n: number) => sql`${unread}insert into kept (n) values (${n})`;

describe('statements whose answer nobody reads', () => {
  it('are carried out in their order, before what follows them', async () => {
    const seen = await connection.db.transaction().execute(async (trx) => {
      await put(1).execute(trx);
      await put(2).execute(trx);
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from kept where ${true}`.execute(
        trx,
      );
      await put(3).execute(trx);
      return rows[0]?.n;
    });
    expect(seen).toBe(2);
    expect(await rowsOf()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it.each([
    ['the next statement', true],
    ['the commit', false],
  ])('fail with %s, and nothing of the transaction stays', async (_where, isFollowed) => {
    const work = connection.db.transaction().execute(async (trx) => {
      await put(1).execute(trx);
      await put(1).execute(trx);
      await put(2).execute(trx);
      if (isFollowed) await sql`select 1 where ${true}`.execute(trx);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await rowsOf()).toEqual([]);
  });

  it('are forgotten with a transaction that fails before they were sent, and not done in the next one', async () => {
    const work = connection.db.transaction().execute(async (trx) => {
      await put(1).execute(trx);
      throw new Error('thought better of it');
    });
    await expect(work).rejects.toThrow('thought better of it');
    await connection.db.transaction().execute((trx) => put(2).execute(trx));
    expect(await rowsOf()).toEqual([{ n: 2 }]);
  });

  it('are undone where it fails after they were sent', async () => {
    const work = connection.db.transaction().execute(async (trx) => {
      await put(1).execute(trx);
      await sql`select n from kept where ${true}`.execute(trx);
      await put(2).execute(trx);
      throw new Error('thought better of it');
    });
    await expect(work).rejects.toThrow('thought better of it');
    expect(await rowsOf()).toEqual([]);
  });

  it('fail before a rollback that was meant from the first, where they are sent for it', async () => {
    const rehearsal = connection.db.transaction().execute(async (trx) => {
      await put(1).execute(trx);
      await put(1).execute(trx);
      await sendHeldBack(trx);
      throw new Error('rehearsed');
    });
    await expect(rehearsal).rejects.toMatchObject({ code: '23505' });
    expect(await rowsOf()).toEqual([]);
  });

  it('leave the connection fit after a failure, also for a statement that failed before it was ever prepared', async () => {
    const twice = connection.db.transaction().execute(async (trx) => {
      await put(1).execute(trx);
      await put(1).execute(trx);
      await sql`${unread}update kept set n = n + ${1}::int`.execute(trx);
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    await connection.db.transaction().execute(async (trx) => {
      await put(5).execute(trx);
      await sql`${unread}update kept set n = n + ${1}::int`.execute(trx);
    });
    expect(await rowsOf()).toEqual([{ n: 6 }]);
  });
});
