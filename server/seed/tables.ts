/**
 * The tables that hold something of a matter, parents before children: what a life wrote into them is written again for
 * each matter in its image.
 */
export const stamped = [
  'matter',
  'matter_search',
  'participation',
  'procedure_run',
  'task',
  'clock',
  'party',
  'event',
  'message',
  'notice',
] as const;
export type StampedTable = (typeof stamped)[number];

/** Those that are left out, and why. A test holds that no table of a matter is in neither list. */
export const leftOut: Readonly<Record<string, string>> = {
  paper: 'a file is sealed with the key of its one matter; a life that has one is not used',
  matter_link: 'it names another matter; a life that has one is not used',
  opening: 'a look of somebody at one matter, not of its history',
  access_log: 'the same',
  export: 'what somebody was given of one matter, not of its history',
};

/** A life with a row in one of these cannot be lived by others. */
export const unfitting = ['paper', 'matter_link'] as const;
