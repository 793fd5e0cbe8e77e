import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connect } from './connection.ts';
import { openDatabase } from './open-database.ts';
import { asApp, withDatabase } from './prepare.ts';

const { adminUrl, appPassword } = inject('testServer');
const name = `test_${randomBytes(6).toString('hex')}`;
const loginName = `login_${name}`;
const admin = connect({ url: adminUrl, connections: 1 });

beforeAll(async () => {
  await admin.pool.query(`create role ${loginName} login password 'its own'`);
  // As an office's database administrator would hand it over: empty, and owned by another.
  await admin.pool.query(`create database ${name}`);
});
afterAll(async () => {
  await admin.pool.query(`drop database if exists ${name} with (force)`);
  await admin.pool.query(`drop role ${loginName}`);
  await admin.close();
});

function asLogin(): string {
  const url = new URL(withDatabase(adminUrl, name));
  url.username = loginName;
  url.password = encodeURIComponent('its own');
  return url.href;
}

describe('a PostgreSQL server of the city', () => {
  it.each([
    ['logging in as hejie_app', asApp(withDatabase(adminUrl, name), appPassword)],
    ['logging in under a name of its own', asLogin()],
    ['logging in as a superuser', withDatabase(adminUrl, name)],
  ])('is prepared, migrated and entered in the role of the policies, %s', async (_how, url) => {
    const silent = () => undefined;
    const where = { kind: 'server', url, adminUrl: withDatabase(adminUrl, name) } as const;
    const database = await openDatabase({
      where,
      dataFolder: '/nowhere',
      part: 'program',
      print: silent,
      onLost: silent,
    });
    const { rows } = await database.pool.query(
      'select current_user::text as who, current_database()::text as db',
    );
    await expect(database.pool.query('create table hejie.mine (id int)')).rejects.toThrow(
      'permission denied',
    );
    expect(await database.db.selectFrom('hejie.matter').select('id').execute()).toEqual([]);
    await database.close();
    expect(rows).toEqual([{ who: 'hejie_app', db: name }]);
  });
});
