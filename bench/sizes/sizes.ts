/** What a small city, a city and a country's largest hold. */
export const sizesOfAll = [10_000, 100_000, 1_000_000] as const;
export const sizesOfOne = [10_000, 100_000] as const;

export type Sizes = readonly number[];

/** `--sizes 10000,100000` among what was asked for; each is filled up from the one before. */
export function takeSizes(asked: readonly string[]): { rest: string[]; sizes: number[] | null } {
  const at = asked.indexOf('--sizes');
  if (at === -1) return { rest: [...asked], sizes: null };
  const sizes = (asked[at + 1] ?? '').split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new Error(`--sizes ${asked[at + 1] ?? ''}: whole numbers with commas between them`);
  return { rest: asked.toSpliced(at, 2), sizes: sizes.sort((one, other) => one - other) };
}
