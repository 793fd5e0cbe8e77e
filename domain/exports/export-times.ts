/** How long somebody may take to answer; after that the wish has had its time and is asked again. */
export const answeredWithinHours = 7 * 24;
/** How long an approval holds: for this file, and for the days in which it was wanted. */
export const approvalHoldsInHours = 3 * 24;
/** How long a file can be fetched. It lies on the machine no longer than somebody needs to fetch it. */
export const keptInHours = 7 * 24;
/** A making that has given no sign of life for so long has died, and is begun anew. */
export const silentForMinutes = 2;
/** A file that could not be made so often is given up. */
export const attemptsAtMost = 5;
