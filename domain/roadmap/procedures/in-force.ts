import type { Temporal } from 'temporal-polyfill';
import type { Procedure } from './procedure.ts';

/** The version of a procedure that is in force on a day; undefined for an unknown key and before its first version. */
export function procedureInForce(
  procedures: readonly Procedure[],
  key: string,
  day: Temporal.PlainDate,
): Procedure | undefined {
  return proceduresInForce(
    procedures.filter((one) => one.key === key),
    day,
  )[0];
}

/** Every procedure in the version that is in force on a day, in the order of the pack. */
export function proceduresInForce(procedures: readonly Procedure[], day: Temporal.PlainDate): Procedure[] {
  const inForce = new Map<string, Procedure>();
  for (const procedure of procedures) {
    const { key, inForceFrom } = procedure;
    const other = inForce.get(key);
    const isNewest = other === undefined || inForceFrom > other.inForceFrom;
    if (inForceFrom <= day.toString() && isNewest) inForce.set(key, procedure);
  }
  return [...inForce.values()];
}
