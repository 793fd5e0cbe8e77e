import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import type { TestProgram } from '#server/testing/test-program.ts';

/** A plan as PostgreSQL carried it out, with what it met on its way. */
export type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Schema?: string;
  /** The planner had nothing better than what it was told to keep from. */
  readonly Disabled?: boolean;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
};
export type ToldPlan = {
  readonly statement: string;
  /** In which function, where one sent it. */
  readonly within: string;
  readonly plan: PlanNode;
};

/** How the planner is to think: as it does by itself, or with no sequential scan that it can avoid. */
export type Mood = 'as-it-is' | 'any-index-first';

const always: Readonly<Record<string, string>> = {
  // As our own server is set.
  random_page_cost: '1.1',
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_verbose': 'on',
  'auto_explain.log_format': 'json',
  // What functions, policies and foreign keys ask is told as well.
  'auto_explain.log_nested_statements': 'on',
  // To whoever sent the statement.
  'auto_explain.log_level': 'notice',
};
const moods: Readonly<Record<Mood, Record<string, string>>> = {
  'as-it-is': { enable_seqscan: 'on' },
  'any-index-first': { enable_seqscan: 'off' },
};

/** Carries out a piece of work of the program and answers with the plan of every statement, also of those within functions. */
export async function plansOf(
  { admin, services }: TestProgram,
  mood: Mood,
  work: () => Promise<void>,
): Promise<ToldPlan[]> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(admin.db);
  const database = rows[0]?.name ?? '';
  for (const [name, value] of Object.entries({ ...always, ...moods[mood] }))
    await sql`alter database ${sql.id(database)} set ${sql.raw(name)} = ${sql.lit(value)}`.execute(admin.db);
  // Who connects anew comes with these; the pool does so by itself.
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = ${database} and usename = 'hejie_app'`.execute(admin.db);
  while (services.pool.totalCount > 0) await wait(5);
  const told: ToldPlan[] = [];
  const listen = (client: pg.PoolClient): void => {
    client.on('notice', ({ message, where }) => {
      const [, json] = /plan:\n(\{.*\})$/s.exec(message ?? '') ?? [];
      if (json === undefined) return;
      const { 'Query Text': statement, Plan: plan } = JSON.parse(json);
      told.push({ statement, within: where ?? '', plan });
    });
  };
  services.pool.on('connect', listen);
  try {
    await work();
    return told;
  } finally {
    services.pool.off('connect', listen);
  }
}
