/** Draws that are the same on every machine for the same seed. */
export type Draw = {
  /** A whole number from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  readonly isChance: (percent: number) => boolean;
};

/** mulberry32: small, and even enough for an invented city. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    one: (of) => {
      const found = of[between(0, of.length - 1)];
      if (found === undefined) throw new Error('there is nothing to draw from');
      return found;
    },
    isChance: (percent) => next() * 100 < percent,
  };
}

/** A sentence with its gaps filled; the same gap gets the same word within one sentence's list of choices. */
export function filled(sentence: string, choices: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => choices[name] ?? whole);
}
