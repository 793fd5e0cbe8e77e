/** Moves the focus one row on; from nowhere, to the row that is open or else the first one. */
export function moveInList(list: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-matter-row]') ?? [])];
  const focused = rows.findIndex((row) => row.matches(':focus'));
  const open = rows.findIndex((row) => row.ariaCurrent === 'page');
  const from = focused >= 0 ? focused : open >= 0 ? open : by === 1 ? -1 : 1;
  rows[Math.min(Math.max(from + by, 0), rows.length - 1)]?.focus();
}
