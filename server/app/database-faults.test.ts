import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { sentenceOf } from './describe-error.ts';

/** What a start says of a database that it cannot work with. */
async function said(url: string): Promise<string> {
  const client = new pg.Client(url);
  const failure = await client.connect().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  await client.end().catch(() => undefined);
  return sentenceOf(failure);
}

it('says that PostgreSQL does not answer, by whichever name it was looked for', async () => {
  for (const host of ['127.0.0.1', 'localhost'])
    expect(await said(`postgres://hejie_app:secret@${host}:1/hejie`)).toBe(
      'PostgreSQL does not answer at the address of DATABASE_URL or DATABASE_ADMIN_URL (ECONNREFUSED).',
    );
});

it('says that a password is wrong, and not which', async () => {
  const url = new URL(inject('testServer').adminUrl);
  url.password = 'wrong';
  const sentence = await said(url.href);
  expect(sentence).toMatch(/^PostgreSQL does not let us in: a name or password .* \(28P01\)\.$/);
});
