import { afterEach, expect, inject, it } from 'vitest';
import { type Connection, connect } from './connection.ts';

const { adminUrl: url } = inject('testServer');
let connection: Connection | undefined;
afterEach(() => connection?.close());

it('waits no longer than it was told for a server that does not answer, and asks the next one on another connection', async () => {
  connection = connect({ url, connections: 1, answeredWithinMs: 300 });
  const { pool } = connection;
  const process = async () =>
    (await pool.query('select pg_backend_pid() as pid where $1', [true])).rows[0].pid;
  const before = await process();
  await expect(pool.query('select pg_sleep($1)', [20])).rejects.toThrow('Query read timeout');
  expect(await process()).not.toBe(before);
});

it('outlives a connection that is lost between two statements of a transaction', async () => {
  const lost: string[] = [];
  connection = connect({ url, connections: 2, onLost: ({ message }) => lost.push(message) });
  const { pool } = connection;
  const client = await pool.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const ended = new Promise((resolve) => client.once('end', resolve));
  await pool.query('select pg_terminate_backend($1)', [rows[0].pid]);
  await ended;
  await expect(client.query('select 1')).rejects.toThrow('not queryable');
  client.release();
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
