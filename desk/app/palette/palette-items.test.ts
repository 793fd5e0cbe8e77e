import { describe, expect, it } from 'vitest';
import { itemsNamed, moved, type PaletteItem } from './palette-items.ts';

const item = (label: string): PaletteItem => ({ id: label, group: 'page', label, run: () => undefined });

describe('the palette', () => {
  it('keeps what holds the letters typed', () => {
    const items = [item('Register'), item('Queue'), item('登记')];
    expect(itemsNamed(items, ' reg').map(({ label }) => label)).toEqual(['Register']);
    expect(itemsNamed(items, '记').map(({ label }) => label)).toEqual(['登记']);
    expect(itemsNamed(items, '')).toHaveLength(3);
  });

  it.each([
    [null, 1, 3, 0],
    [0, 1, 3, 1],
    [2, 1, 3, null],
    [null, -1, 3, 2],
    [0, -1, 3, null],
    [null, 1, 0, null],
  ] as const)('from %s by %s of %s goes to %s', (from, by, count, to) => {
    expect(moved(from, by, count)).toBe(to);
  });
});
