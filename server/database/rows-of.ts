import { type RawBuilder, sql } from 'kysely';

/**
 * A short list as a table in a statement, `${rowsOf(parties)} as p (id uuid, "toldBy" text)`: one parameter, whose fields
 * are the objects' own. Hundreds of rows go as a list for each column.
 */
export function rowsOf(rows: readonly object[]): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(rows.map(withBytesAsText))}::jsonb)`;
}

/** Bytes as PostgreSQL reads them from a text. */
function withBytesAsText(row: object): object {
  if (!Object.values(row).some(Buffer.isBuffer)) return row;
  const fields = Object.entries(row).map(([name, value]) => [
    name,
    Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
  ]);
  return Object.fromEntries(fields);
}
