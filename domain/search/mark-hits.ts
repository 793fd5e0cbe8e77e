import { toHalfWidth } from '#domain/parties/identifier-text.ts';

/** A stretch of text, and whether it is what was asked for. Together they are the text; never markup. */
export type Stretch = { readonly text: string; readonly isHit: boolean };

/** The text cut at whatever was asked for, in any case of letters; longer words before their parts. */
export function markHits(text: string, words: readonly string[]): Stretch[] {
  const searched = inOneForm(text);
  const longestFirst = words.filter((word) => word !== '').sort((one, other) => other.length - one.length);
  const stretches: Stretch[] = [];
  let plainFrom = 0;
  for (let at = 0; at < text.length; ) {
    const word = longestFirst.find((one) => searched.startsWith(one, at));
    if (word === undefined) {
      at += 1;
      continue;
    }
    if (plainFrom < at) stretches.push({ text: text.slice(plainFrom, at), isHit: false });
    stretches.push({ text: text.slice(at, at + word.length), isHit: true });
    at += word.length;
    plainFrom = at;
  }
  if (plainFrom < text.length) stretches.push({ text: text.slice(plainFrom), isHit: false });
  return stretches;
}

/** Half width and small letters, sign for sign. */
function inOneForm(text: string): string {
  const lower = toHalfWidth(text).toLowerCase();
  // Letters whose small form has another length would shift every place after them.
  return lower.length === text.length ? lower : text;
}

/** The part of a long text around the first hit, whole characters, with … where it was cut; from its start without one. */
export function excerptAround(text: string, words: readonly string[], characters = 80): string {
  const searched = inOneForm(text);
  const places = words.map((word) => searched.indexOf(word)).filter((place) => place !== -1);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const all = [...text];
  // Places are counted in code units, characters are not: a rare sign before the hit moves the window by one.
  const from = Math.max(0, Math.min([...text.slice(0, first)].length - 15, all.length - characters));
  const until = Math.min(all.length, from + characters);
  return `${from > 0 ? '…' : ''}${all.slice(from, until).join('')}${until < all.length ? '…' : ''}`;
}
