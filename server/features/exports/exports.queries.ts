import { sql } from 'kysely';
import type { ExportFilter } from '#contract/exports/exports.ts';
import type { Language } from '#contract/language/language.ts';
import type { Role } from '#domain/access/vocabulary.ts';
import type { ExportContents, ExportFormat, ExportStatus, ExportStop } from '#domain/exports/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Cursor } from '#server/app/cursor.ts';
import type { ProgramContext, Trx } from '#server/database/transaction.ts';

export type ExportRow = {
  readonly id: string;
  readonly version: number;
  readonly userId: string;
  readonly userName: string | null;
  readonly postingId: string;
  readonly unitId: string;
  readonly upperUnitId: string | null;
  readonly role: Role;
  readonly format: ExportFormat;
  readonly contents: ExportContents;
  readonly language: Language;
  readonly matterId: string | null;
  /** Of a list: its filter; of one matter: its code. */
  readonly filter: Partial<ExportFilter> & { readonly code?: string };
  readonly purposeSealed: Buffer | null;
  readonly status: ExportStatus;
  readonly needsSecond: boolean;
  readonly rowsCounted: number;
  readonly rowsAtMost: number;
  readonly rowsDone: number;
  readonly askedAt: Date;
  readonly holdsUntil: Date | null;
  readonly decidedBy: string | null;
  readonly deciderName: string | null;
  readonly decidedByUnit: string | null;
  readonly decidedAt: Date | null;
  readonly reasonSealed: Buffer | null;
  readonly attempts: number;
  readonly stopReason: ExportStop | null;
  readonly wrappedKey: Buffer | null;
  readonly address: string | null;
  readonly sizeBytes: number | null;
  readonly sha256: string | null;
  readonly madeAt: Date | null;
  readonly keptUntil: Date | null;
  readonly fetches: number;
};

const columns =
  sql.raw(`e.id, e.version, e.user_id as "userId", asker.name as "userName", e.posting_id as "postingId", e.unit_id as "unitId",
  e.upper_unit_id as "upperUnitId", e.role, e.format, e.contents, e.language, e.matter_id as "matterId", e.filter,
  e.purpose_sealed as "purposeSealed", e.status, e.needs_second as "needsSecond", e.rows_counted as "rowsCounted",
  e.rows_at_most as "rowsAtMost", e.rows_done as "rowsDone", e.asked_at as "askedAt", e.holds_until as "holdsUntil",
  e.decided_by as "decidedBy", decider.name as "deciderName", e.decided_by_unit as "decidedByUnit",
  e.decided_at as "decidedAt", e.reason_sealed as "reasonSealed", e.attempts, e.stop_reason as "stopReason",
  e.wrapped_key as "wrappedKey", e.address, e.size_bytes as "sizeBytes", e.sha256, e.made_at as "madeAt",
  e.kept_until as "keptUntil", e.fetches`);
const withNames = sql.raw(`hejie.export e left join sign_in."user" asker on asker.id = e.user_id
  left join sign_in."user" decider on decider.id = e.decided_by`);

/** One's own, the latest first. */
export async function ownExports(
  trx: Trx,
  actor: Actor,
  after: Cursor | null,
  limit: number,
): Promise<ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    select ${columns} from ${withNames}
    where e.city_code = ${actor.cityCode} and e.user_id = ${actor.userId}::uuid and e.unit_id = ${actor.unitId}::uuid
      and (${after?.due ?? null}::timestamptz is null
        or (e.asked_at, e.id) < (${after?.due ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by e.asked_at desc, e.id desc limit ${limit}::int`.execute(trx);
  return rows;
}

/** What waits at one's office, or below it. */
export async function waitingExports(trx: Trx, actor: Actor, limit: number): Promise<ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    select ${columns} from ${withNames}
    where e.city_code = ${actor.cityCode} and e.status = 'waiting'
      and (e.unit_id = ${actor.unitId}::uuid or e.upper_unit_id = ${actor.unitId}::uuid)
      and e.user_id <> ${actor.userId}::uuid
    order by e.asked_at, e.id limit ${limit}::int`.execute(trx);
  return rows;
}

type Context = Pick<Actor | ProgramContext, 'cityCode'>;

export async function findExport(
  trx: Trx,
  { cityCode }: Context,
  id: string,
): Promise<ExportRow | undefined> {
  const { rows } = await sql<ExportRow>`
    select ${columns} from ${withNames} where e.city_code = ${cityCode} and e.id = ${id}::uuid`.execute(trx);
  return rows[0];
}

/** Locked until the transaction is over: of two who decide at once, the second sees what the first did. */
export async function lockExport(trx: Trx, context: Context, id: string): Promise<ExportRow | undefined> {
  await sql`
    select e.id from hejie.export e where e.city_code = ${context.cityCode} and e.id = ${id}::uuid
    for update of e`.execute(trx);
  return findExport(trx, context, id);
}

export type Taken = {
  /** How many of one's own wait or are being made. */
  readonly underWay: number;
  /** Rows taken since then without a second person; those with what people said or who they are. */
  readonly rows: number;
  readonly personal: number;
};

/** What somebody took lately. Two wishes at once are counted one after the other. */
export async function takenBy(trx: Trx, actor: Actor, since: string): Promise<Taken> {
  await sql`select pg_advisory_xact_lock(hashtextextended('export/asker/' || ${actor.userId}, 0))`.execute(
    trx,
  );
  const { rows } = await sql<Taken>`
    select count(*) filter (where e.status in ('waiting', 'making'))::int as "underWay",
      coalesce(sum(greatest(e.rows_counted, e.rows_done)) filter (where ${alone(since)}), 0)::int as rows,
      coalesce(sum(greatest(e.rows_counted, e.rows_done))
        filter (where ${alone(since)} and e.contents <> 'facts'), 0)::int as personal
    from hejie.export e
    where e.city_code = ${actor.cityCode} and e.user_id = ${actor.userId}::uuid`.execute(trx);
  return rows[0] ?? { underWay: 0, rows: 0, personal: 0 };
}

const alone = (since: string) => sql`e.asked_at > ${since}::timestamptz and not e.needs_second
  and e.contents <> 'file' and e.status <> 'stopped'`;

export type NewExport = Pick<
  ExportRow,
  | 'id'
  | 'format'
  | 'contents'
  | 'language'
  | 'matterId'
  | 'filter'
  | 'purposeSealed'
  | 'needsSecond'
  | 'upperUnitId'
> & {
  readonly rowsCounted: number;
  readonly rowsAtMost: number;
  readonly at: string;
  readonly holdsUntil: string | null;
};

export async function insertExport(trx: Trx, actor: Actor, asked: NewExport): Promise<void> {
  await sql`
    insert into hejie.export (city_code, id, user_id, posting_id, unit_id, role, upper_unit_id, format, contents, language, matter_id,
      filter, purpose_sealed, status, version, needs_second, rows_counted, rows_at_most, rows_done, asked_at, holds_until,
      touched_at, attempts, fetches)
    values (${actor.cityCode}, ${asked.id}::uuid, ${actor.userId}::uuid, ${actor.postingId}::uuid, ${actor.unitId}::uuid, ${actor.role},
      ${asked.upperUnitId}::uuid, ${asked.format}, ${asked.contents}, ${asked.language}, ${asked.matterId}::uuid,
      ${JSON.stringify(asked.filter)}::jsonb, ${asked.purposeSealed}::bytea,
      ${asked.needsSecond ? 'waiting' : 'making'}, 1, ${asked.needsSecond}::boolean, ${asked.rowsCounted}::int,
      ${asked.rowsAtMost}::int, 0, ${asked.at}::timestamptz, ${asked.holdsUntil}::timestamptz,
      ${asked.at}::timestamptz, 0, 0)`.execute(trx);
}

export type Decided = {
  readonly status: 'making' | 'refused';
  readonly reasonSealed: Buffer | null;
  readonly holdsUntil: string | null;
  readonly at: string;
};

export async function writeDecision(trx: Trx, actor: Actor, id: string, decided: Decided): Promise<void> {
  await sql`
    update hejie.export set status = ${decided.status}, version = version + 1, decided_by = ${actor.userId}::uuid,
      decided_by_unit = ${actor.unitId}::uuid, decided_at = ${decided.at}::timestamptz,
      reason_sealed = ${decided.reasonSealed}::bytea, holds_until = ${decided.holdsUntil}::timestamptz,
      touched_at = ${decided.at}::timestamptz
    where city_code = ${actor.cityCode} and id = ${id}::uuid and status = 'waiting'`.execute(trx);
}

export async function countFetch(trx: Trx, actor: Actor, id: string): Promise<void> {
  await sql`update hejie.export set fetches = fetches + 1
    where city_code = ${actor.cityCode} and id = ${id}::uuid`.execute(trx);
}
