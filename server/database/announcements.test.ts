import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAnnouncements, lookAnew } from './announcements.ts';
import { committed } from './committed.ts';
import { type Connection, connect } from './connection.ts';
import { type Listener, listen } from './listen.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

const channel = 'hejie_test';

let database: TestDatabase;
let connection: Connection;
let listener: Listener;
let heard: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect({ url: database.appUrl, connections: 2 });
  const onMessage = (word: string): void => void heard.push(word);
  listener = listen({ pool: connection.pool, channel, onMessage, onBack: () => undefined });
  await listener.ready;
});
beforeEach(() => {
  heard = [];
});
afterAll(async () => {
  await listener.close();
  await connection.close();
  await database.drop();
});

const open = (onFailure: (error: Error) => void = () => undefined) =>
  createAnnouncements(connection.pool, onFailure);

describe('what a transaction announces', () => {
  it('is heard after its commit, each word once, and not before', async () => {
    const announcements = open();
    await committed(connection.db.transaction(), async (trx) => {
      announcements.announce(trx, channel, ['one', 'two']);
      announcements.announce(trx, channel, ['one']);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(heard).toEqual([]);
    });
    await expect.poll(() => heard.toSorted()).toEqual(['one', 'two']);
  });

  it('is never heard where it is rolled back', async () => {
    const announcements = open();
    const work = committed(connection.db.transaction(), async (trx) => {
      announcements.announce(trx, channel, ['undone']);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    await announcements.close();
    await committed(connection.db.transaction(), async (trx) =>
      announcements.announce(trx, channel, ['done']),
    );
    await expect.poll(() => heard).toEqual(['done']);
  });

  it('is said before the program ends', async () => {
    const announcements = open();
    await committed(connection.db.transaction(), async (trx) =>
      announcements.announce(trx, channel, ['last']),
    );
    await announcements.close();
    await expect.poll(() => heard).toEqual(['last']);
  });

  it('is said again where the database did not take it, and of too much only that there was something', async () => {
    const failures: string[] = [];
    const { query } = connection.pool;
    const announcements = open(({ message }) => failures.push(message));
    connection.pool.query = (() => Promise.reject(new Error('away'))) as unknown as typeof query;
    try {
      await committed(connection.db.transaction(), async (trx) =>
        announcements.announce(trx, channel, ['kept']),
      );
      await expect.poll(() => failures).toEqual(['away']);
    } finally {
      connection.pool.query = query;
    }
    await expect.poll(() => heard, { timeout: 3000 }).toEqual(['kept']);
    const many = Array.from({ length: 600 }, (_, index) => `word ${index}`);
    await committed(connection.db.transaction(), async (trx) => announcements.announce(trx, channel, many));
    await expect.poll(() => heard).toEqual(['kept', lookAnew]);
  });
});
