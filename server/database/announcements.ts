import type { Transaction } from 'kysely';
import type { Pool } from 'pg';
import { afterCommit } from './committed.ts';
import type { DB } from './types.ts';

/** Said on a channel where nobody knows any more what was missed: whoever listens looks anew at everything. */
export const lookAnew = '';

export type Announcements = {
  /** Heard by whoever listens on the channel soon after the transaction is committed; never where it is not. */
  announce(trx: Transaction<DB>, channel: string, words: readonly string[]): void;
  /** For what a process that has ended was still to say. */
  announceMissed(channel: string): void;
  /** Says what is still to be said, and no more. */
  close(): Promise<void>;
};

const gatheredForMs = 25;
const againAfterMs = 1_000;
/** What the database could not pass on meanwhile; of more than this only that there was something. */
const keptAtMost = 500;

/**
 * PostgreSQL commits transactions with NOTIFY one after the other, each waiting for the disk (or the standby) of the one
 * before it. So a change says nothing itself; what several said is passed on together, in a moment of its own.
 */
export function createAnnouncements(pool: Pool, onFailure: (error: Error) => void): Announcements {
  const waiting = new Map<string, Set<string>>();
  let timer: NodeJS.Timeout | undefined;

  function gather(channel: string, words: readonly string[], passAfterMs = gatheredForMs): void {
    const known = waiting.get(channel) ?? new Set<string>();
    for (const word of words) known.add(word);
    waiting.set(channel, known.size > keptAtMost ? new Set([lookAnew]) : known);
    timer ??= setTimeout(() => void pass(), passAfterMs).unref();
  }

  async function pass(): Promise<void> {
    timer = undefined;
    const said = [...waiting].flatMap(([channel, words]) => [...words].map((word) => ({ channel, word })));
    waiting.clear();
    if (said.length === 0) return;
    try {
      await pool.query('select pg_notify(c, w) from unnest($1::text[], $2::text[]) as said (c, w)', [
        said.map(({ channel }) => channel),
        said.map(({ word }) => word),
      ]);
    } catch (failure) {
      if (pool.ending) return;
      onFailure(failure as Error);
      for (const { channel, word } of said) gather(channel, [word], againAfterMs);
    }
  }

  return {
    announce(trx, channel, words) {
      if (words.length > 0) afterCommit(trx, () => gather(channel, words));
    },
    announceMissed: (channel) => gather(channel, [lookAnew]),
    async close() {
      clearTimeout(timer);
      await pass();
    },
  };
}
