import type { ReasonCode } from '#contract/language/language.ts';

const [quote, backslash, comma, opensObject, closesObject, opensList, closesList] = [
  ...Buffer.from('"\\,{}[]'),
];

/**
 * Looks at the bytes of a JSON document before it is parsed: brackets in brackets, or values without end, cost a parser a
 * hundred times what reading them costs. Says nothing about whether it is JSON.
 */
export function checkJsonShape(
  bytes: Uint8Array,
  { deepest, valuesAtMost }: { readonly deepest: number; readonly valuesAtMost: number },
): Extract<ReasonCode, 'too-deep' | 'too-big'> | null {
  let depth = 0;
  let values = 1;
  let isText = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (isText) {
      if (byte === backslash) index += 1;
      else if (byte === quote) isText = false;
    } else if (byte === quote) {
      isText = true;
    } else if (byte === opensObject || byte === opensList) {
      depth += 1;
      values += 1;
      if (depth > deepest) return 'too-deep';
    } else if (byte === closesObject || byte === closesList) {
      depth -= 1;
    } else if (byte === comma) {
      values += 1;
      if (values > valuesAtMost) return 'too-big';
    }
  }
  return null;
}
