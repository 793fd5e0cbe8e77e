import { marks } from './marks.ts';

/** Values that the program chose: codes, days, ids, words of closed lists. */
const chosenByUs = /^([a-z][a-z-]*|[0-9]+|\d{4}-\d\d-\d\d.*|[0-9a-f]{8}-[0-9a-f-]{27}|[\d/a-z-]+)$/;

/** An example as a marked person would have filled it in: everything that is free to write carries a mark. */
export function markedExample(example: unknown, key = ''): unknown {
  if (Array.isArray(example)) return example.map((one) => markedExample(one, key));
  if (typeof example === 'object' && example !== null) return overEntries(example, markedExample);
  if (typeof example !== 'string') return example;
  if (key === 'name') return marks.name;
  if (key === 'phone') return marks.phone;
  if (key === 'residentId') return marks.residentId;
  if (key === 'email') return marks.mail;
  if (key === 'address') return marks.address;
  if (/password/i.test(key)) return marks.password;
  return chosenByUs.test(example) ? example : `${example}${marks.word}`;
}

/** The same shape with a mark in every place, whether it fits there or not. */
export function markedEverywhere(example: unknown): unknown {
  if (Array.isArray(example)) return example.map(markedEverywhere);
  if (typeof example === 'object' && example !== null)
    return overEntries(example, (one) => markedEverywhere(one));
  return marks.word;
}

/** The same names with a shape that nobody asked for, and a name that is a mark. */
export function markedWrongly(example: unknown): unknown {
  const fields = typeof example === 'object' && example !== null ? example : {};
  const wrong = overEntries(fields, () => ({ [marks.word]: [marks.name, { [marks.phone]: marks.secret }] }));
  return { ...(wrong as object), [marks.word]: marks.residentId };
}

function overEntries(example: object, change: (value: unknown, key: string) => unknown): unknown {
  return Object.fromEntries(Object.entries(example).map(([key, value]) => [key, change(value, key)]));
}
