/**
 * Whether a JSON text says a name twice in one object. JSON.parse takes the last, another reader on the way the first, and
 * between the two something passes that neither saw. The text holds as many names as the objects it became, or one got lost.
 */
export function hasRepeatedNames(text: string, parsed: unknown): boolean {
  return namesIn(text) !== namesOf(parsed);
}

/** Texts that a colon follows. The text is known to be JSON. */
function namesIn(text: string): number {
  let count = 0;
  for (let from = text.indexOf('"'); from !== -1; ) {
    let end = text.indexOf('"', from + 1);
    while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    if (end === -1) return count;
    let after = end + 1;
    while (isSpace(text.charCodeAt(after))) after += 1;
    if (text[after] === ':') count += 1;
    from = text.indexOf('"', after);
  }
  return count;
}

/** An odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Called once depth and number are known to be within bounds. */
function namesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const inner of Object.values(value)) count += namesOf(inner);
  return count;
}
