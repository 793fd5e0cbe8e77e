/** The rounds and their medians, for people. */
export function printTable(rounds: readonly Record<string, number>[], medians: Record<string, number>): void {
  const rows = Object.fromEntries(rounds.map((round, index) => [`round ${index + 1}`, round]));
  console.table({ ...rows, median: medians });
}

/** A line of JSON, for programs; a bench's last one is its result. */
export function printLine(figures: Record<string, string | number>): void {
  console.log(JSON.stringify(figures));
}
