/** Where people stand towards the matters of the proof's world. */
export const places = {
  /** The centre that leads them. */
  lead: '150204',
  /** The department that has most of them. */
  holder: '150204/housing',
  /** The department that assists with one. */
  assisting: '150204/labour',
  /** The centre from which one was passed on. */
  origin: '150203',
  /** Another department of the leading centre; it had one, and gave it on. */
  sibling: '150204/justice',
  /** The centre above. */
  upper: '1502',
  /** A centre that has nothing to do with any. */
  unrelated: '150205',
} as const;
export type Place = keyof typeof places;
