/** Why a limit cannot be reckoned as somebody asked, in English; the same keys as `zh-calculator.ts`. */
export const reckonRefusals = {
  'unknown-clock': '"{procedure}" has no such limit; it has {clocks}.',
  'extension-not-provided': 'Nothing provides for extending "{clock}".',
  'extension-too-often': '"{clock}" can be extended {times} {times|time|times} at most.',
  'extension-too-long': '"{clock}" can be extended by {most} at most.',
  'extension-out-of-range': 'An extension is a whole number of days from 1.',
  'pause-not-provided': 'Nothing provides for pausing "{clock}".',
  'pause-too-long': '"{clock}" can stand still for {longest} in all at most.',
  'pause-before-start': 'A pause cannot begin before the limit does.',
  'pause-ends-before-it-begins': 'A pause cannot end before it begins.',
  'pauses-overlap': 'The pauses overlap.',
  'limit-out-of-range': 'The limit is too long to be reckoned.',
} as const;

/** What lies before a procedure; the window to apply runs from it. */
export const earlierEvents = { known: 'Known, or should have been known' } as const;
