import { type RawBuilder, sql } from 'kysely';
import type { LevelCondition, LevelRow, LevelTable } from '#domain/levels/levels.ts';
import { type Level, type LevelFact, type LevelOp, levels, rankOf } from '#domain/levels/vocabulary.ts';

/** A piece of SQL about the row `m` of hejie.matter, or of a function that answers with its columns. */
type Sql = RawBuilder<unknown>;

type FilterOptions = {
  /** Where the reader may not see the clocks themselves: how many of a row's own limits are past due. */
  readonly stepsOverdue?: Sql;
};

/**
 * Whether the open matter `m` has this colour on a day, null for none: the same as `levelOn` of the domain, from the same
 * rows. The caller looks at open matters only; an ended one has no colour.
 */
export function hasLevel(
  table: LevelTable,
  level: Level | null,
  today: string,
  options: FilterOptions = {},
): Sql {
  const holdsOf = (one: Level): Sql => holdsAny(rowsOf(table, one), today, options);
  const above = levels.filter((one) => rankOf(one) > rankOf(level)).map((one) => sql`not ${holdsOf(one)}`);
  return sql`(${sql.join(level === null ? above : [holdsOf(level), ...above], sql` and `)})`;
}

/** The colour of `m` on a day as a text, null for none: for counts by colour. */
export function levelColumn(table: LevelTable, today: string, options: FilterOptions = {}): Sql {
  const cases = levels
    .toReversed()
    .map((level) => sql`when ${holdsAny(rowsOf(table, level), today, options)} then ${sql.lit(level)}`);
  return sql`case ${sql.join(cases, sql` `)} end`;
}

function rowsOf({ rows }: LevelTable, level: Level): readonly LevelRow[] {
  return rows.filter((row) => row.level === level);
}

function holdsAny(rows: readonly LevelRow[], today: string, options: FilterOptions): Sql {
  if (rows.length === 0) return sql`false`;
  const each = rows.map(
    ({ when }) =>
      sql`(${sql.join(
        when.map((one) => holds(one, today, options)),
        sql` and `,
      )})`,
  );
  return sql`(${sql.join(each, sql` or `)})`;
}

function holds({ fact, op, number }: LevelCondition, today: string, { stepsOverdue }: FilterOptions): Sql {
  const value = fact === 'steps-overdue' && stepsOverdue ? stepsOverdue : factOf[fact](sql`${today}::date`);
  return sql`${value} ${operator[op]} ${number}::int`;
}

const operator: Readonly<Record<LevelOp, Sql>> = { '>=': sql`>=`, '>': sql`>`, '=': sql`=` };

const from = sql`coalesce(m.due_from, m.due_on)`;
const factOf: Readonly<Record<LevelFact, (today: Sql) => Sql>> = {
  'share-used': (today) => sql`(case when m.due_on is null then 0
    when m.due_on <= ${from} then case when ${today} >= m.due_on then 100 else 0 end
    when ${today} <= ${from} then 0
    else 100 * (${today} - ${from}) / (m.due_on - ${from}) end)`,
  'days-overdue': (today) => sql`coalesce(greatest(0, ${today} - m.due_on), 0)`,
  // Windows of the parties and limits of assisting offices make the matter's own office late in nothing.
  'steps-overdue': (today) => sql`(select count(*) from hejie.clock c
    where c.city_code = m.city_code and c.matter_id = m.id and c.ended_on is null and c.task_id is null
      and c.owed_by <> 'party' and c.due_on < ${today})`,
  returns: () => sql`m.returned_times`,
  transfers: () => sql`m.transfers`,
  reopenings: () => sql`m.reopenings`,
  parties: () => sql`m.party_count`,
  danger: () => sql`(m.danger is not null)::int`,
};
