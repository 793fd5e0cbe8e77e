/** When a published table of levels begins to hold; the city pack's, version 0, always has. */
export type Version = { readonly version: number; readonly inForceFrom: string | null };

/** The version in force on a day: the latest day that has come; of two with the same day the later version. */
export function versionInForce<One extends Version>(versions: readonly One[], day: string): One | undefined {
  return versions
    .filter(({ inForceFrom }) => (inForceFrom ?? '') <= day)
    .toSorted(byDayInForce)
    .at(-1);
}

/** Those whose day has not come, in the order in which they will hold. */
export function versionsUpcoming<One extends Version>(versions: readonly One[], day: string): One[] {
  return versions.filter(({ inForceFrom }) => (inForceFrom ?? '') > day).toSorted(byDayInForce);
}

function byDayInForce(one: Version, other: Version): number {
  const [day, otherDay] = [one.inForceFrom ?? '', other.inForceFrom ?? ''];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  return one.version - other.version;
}
