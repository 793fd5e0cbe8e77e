/** From the file's coming to the last of its rows. A check may be repeated, a run goes on where it was cut short. */
export const importStatuses = ['uploaded', 'checking', 'checked', 'running', 'done', 'stopped'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** Why it was not brought in to its end. */
export const importStops = ['posting-ended', 'unfinished', 'unreadable', 'failed'] as const;
export type ImportStop = (typeof importStops)[number];

/** Which words somebody decides on. */
export const doubtFields = ['kind', 'region'] as const;
export type DoubtField = (typeof doubtFields)[number];

export const ledgerBytesAtMost = 50 * 1024 * 1024;
/** More words than these are no column of kinds or regions. */
export const doubtsAtMost = 200;
/** A file whose import is over, or that nobody goes on with, is kept for so long. */
export const ledgerKeptInDays = 7;
/** Work that has given no sign of life for so long has died, and is taken up again. */
export const silentForMinutes = 2;
/** What died so often is given up. */
export const attemptsAtMost = 20;
