/** The value below which a share of the values lies, 0.5 being the median. */
export function quantile(values: readonly number[], share: number): number {
  const inOrder = [...values].sort((one, other) => one - other);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Three places are more than a shared machine can promise. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
