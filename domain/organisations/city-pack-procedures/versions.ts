import type { Procedure } from '#domain/roadmap/procedures/procedure.ts';
import type { CheckedRow, packColumns } from '../city-pack-table.ts';

export const headsFile = 'procedures/procedures.csv';
export type HeadRow = CheckedRow<(typeof packColumns)[typeof headsFile][number]>;

/** A procedure, perhaps still without its clocks and outcomes, and the row that it came from. */
export type ReadProcedure = { readonly row: HeadRow; readonly procedure: Procedure };

/** What tells a version of a procedure from every other. */
export function versionOf({ key, inForceFrom }: Pick<Procedure, 'key' | 'inForceFrom'>): string {
  return `${key} ${inForceFrom}`;
}

/** The procedure, in the version, to which a row of another file belongs. */
export function ownerOf(
  row: CheckedRow<'procedure' | 'in_force_from'>,
  read: readonly ReadProcedure[],
): ReadProcedure | undefined {
  const key = row.cell('procedure');
  const inForceFrom = row.cell('in_force_from');
  const owner = read.find(({ procedure }) => versionOf(procedure) === versionOf({ key, inForceFrom }));
  if (owner === undefined)
    row.fault(`no procedure "${key}" in force from "${inForceFrom}" stands in ${headsFile}`);
  return owner;
}
