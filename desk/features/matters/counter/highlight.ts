export type Segment = { text: string; isFound: boolean; at: number };

/** Cuts a text where the words stand that led to a suggestion; places that overlap belong to the earlier word. */
export function highlight(
  text: string,
  words: readonly { word: string; at: readonly number[] }[],
): Segment[] {
  const places = words
    .flatMap(({ word, at }) => at.map((start) => ({ start, end: start + word.length })))
    .sort((one, other) => one.start - other.start);
  const segments: Segment[] = [];
  let done = 0;
  const put = (end: number, isFound: boolean) => {
    if (end > done) segments.push({ text: text.slice(done, end), isFound, at: done });
    done = Math.max(done, end);
  };
  for (const { start, end } of places) {
    if (start < done || end > text.length) continue;
    put(start, false);
    put(end, true);
  }
  put(text.length, false);
  return segments;
}
