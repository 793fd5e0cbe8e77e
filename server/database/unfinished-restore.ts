import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { reach } from './several-hosts.ts';

/**
 * A restore that was killed leaves a database or a data folder that looks like one and is not. A mark in each, set before
 * anything else and taken away last, keeps the program from serving it.
 */
export const unfinishedRestore =
  'A restore was begun here and has not come to its end. Wait for it, or, where it was interrupted, give it again: ' +
  'npx hejie restore FILE. It begins anew.';

const markOf = (dataFolder: string): string => join(dataFolder, 'restore-unfinished');

export function assertNoUnfinishedRestore(dataFolder: string): void {
  if (isFolderMarked(dataFolder)) throw new Error(unfinishedRestore);
}

export function isFolderMarked(dataFolder: string): boolean {
  return existsSync(markOf(dataFolder));
}

export async function markFolder(dataFolder: string): Promise<void> {
  const mark = await open(markOf(dataFolder), 'w', 0o600);
  try {
    // For whoever finds it.
    await mark.writeFile(`${unfinishedRestore}\n`);
    await mark.sync();
  } finally {
    await mark.close();
  }
}

export async function unmarkFolder(dataFolder: string): Promise<void> {
  await rm(markOf(dataFolder), { force: true });
}

/** Refuses a database into which somebody restores, from whichever machine. */
export async function assertWhole(adminUrl: string): Promise<void> {
  const client = new pg.Client(reach(adminUrl));
  await client.connect();
  try {
    await client.query('set role hejie_owner');
    if (await isMarked(client)) throw new Error(unfinishedRestore);
  } finally {
    await client.end();
  }
}

export async function isMarked(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select to_regclass('hejie_meta.unfinished_restore') is not null as marked`,
  );
  return rows[0].marked;
}

export async function markDatabase(client: pg.Client): Promise<void> {
  await client.query(`
    create schema if not exists hejie_meta;
    create table if not exists hejie_meta.unfinished_restore (began_at timestamptz not null default now())`);
}

export async function unmarkDatabase(client: pg.Client): Promise<void> {
  await client.query('drop table hejie_meta.unfinished_restore');
}
