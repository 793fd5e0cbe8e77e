import { describe, expect, it } from 'vitest';
import type { FiguresRow } from '#contract/oversight/oversight.ts';
import { filtersOf, inOrder, pressed, totals } from './board-rows.ts';

const blank: FiguresRow = {
  region: { code: '150204', label: '青山区' },
  unit: null,
  kind: null,
  isSealed: false,
  hasRegionsBelow: false,
  isHere: false,
  open: 0,
  late: 0,
  dueThisWeek: 0,
  disputed: 0,
  inDanger: 0,
  lateTasks: 0,
  blue: 0,
  yellow: 0,
  orange: 0,
  red: 0,
};
const unit = { id: '01900000-0000-7000-8000-000000000001', name: '住建局', kind: 'department' } as const;

describe('the matters behind a row', () => {
  it.each([
    ['centre', blank, { place: '150204', here: undefined }],
    ['centre', { ...blank, isHere: true }, { place: '150204', here: 'true' }],
    ['office', { ...blank, unit }, { place: '1502', holder: unit.id }],
    ['kind', { ...blank, kind: { code: '15', label: '物业' } }, { place: '1502', kind: '15' }],
    ['kind', { ...blank, isSealed: true }, { place: '1502', sealed: 'true' }],
  ] as const)('by %s', (by, row, filters) => {
    expect(filtersOf(row, by, '1502')).toEqual(filters);
  });
});

describe('the order', () => {
  const rows = [
    { ...blank, region: { code: '1', label: '乙' }, open: 2, late: 1 },
    { ...blank, region: { code: '2', label: '甲' }, open: 5, late: 1 },
    { ...blank, region: { code: '3', label: '丙' }, open: 3 },
  ];
  const nameOf = ({ region }: FiguresRow) => region.label;
  const codes = (by: 'open' | 'late' | 'name', isUp: boolean) =>
    inOrder(rows, { by, isUp }, nameOf).map(({ region }) => region.code);

  it('is by any column, either way', () => {
    expect(codes('open', false)).toEqual(['2', '3', '1']);
    expect(codes('open', true)).toEqual(['1', '3', '2']);
    expect(codes('late', false)).toEqual(['1', '2', '3']);
    expect(codes('name', true)).toEqual(['3', '2', '1']);
  });

  it('turns round when the same column is pressed again', () => {
    const late = { by: 'late', isUp: false } as const;
    expect(pressed(late, 'late')).toEqual({ by: 'late', isUp: true });
    expect(pressed(late, 'open')).toEqual({ by: 'open', isUp: false });
    expect(pressed(late, 'name')).toEqual({ by: 'name', isUp: true });
  });
});

it('adds every column up', () => {
  expect(
    totals([
      { ...blank, open: 2, red: 1 },
      { ...blank, open: 3 },
    ]),
  ).toMatchObject({ open: 5, red: 1, late: 0 });
});
