/** A line of the palette: where it leads or what it does, under the heading of its group. */
export type PaletteItem = {
  readonly id: string;
  readonly group: 'act' | 'matter' | 'page';
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly detail?: string;
  readonly run: () => void;
};

/** Those whose label holds what was typed, in any case of letters; all of them while nothing is typed. */
export function itemsNamed(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  const wanted = typed.trim().toLowerCase();
  return items.filter(({ label }) => label.toLowerCase().includes(wanted));
}

/** The next line up or down, round the ends; `null` is the field itself. */
export function moved(from: number | null, by: 1 | -1, count: number): number | null {
  if (count === 0) return null;
  const places = count + 1;
  const place = ((from ?? -1) + 1 + by + places) % places;
  return place === 0 ? null : place - 1;
}
