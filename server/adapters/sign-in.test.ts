import { getMigrations } from 'better-auth/db/migration';
import { expect, it } from 'vitest';
import { connect } from '#server/database/connection.ts';
import { createTestDatabase } from '#server/database/testing.ts';
import { randomIds } from './ids.ts';
import { signInOptions } from './sign-in.ts';

it('finds in our migrations every table and column it needs', async () => {
  const database = await createTestDatabase();
  const connection = connect({ url: database.adminUrl, connections: 2 });
  const options = signInOptions({
    db: connection.db,
    secret: 'x'.repeat(32),
    origin: null,
    newId: randomIds,
    idleMinutes: 60,
  });
  const advanced = { ...options.advanced, database: { generateId: 'uuid' as const } };
  const { toBeCreated, toBeAdded } = await getMigrations({ ...options, advanced });
  await connection.close();
  await database.drop();
  expect([...toBeCreated, ...toBeAdded]).toEqual([]);
});
