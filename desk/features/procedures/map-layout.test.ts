import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOut, type MapNode } from './map-layout.ts';

const nodes: MapNode[] = [
  { key: 'mediation', next: ['confirmation', 'arbitration', 'elsewhere'] },
  { key: 'confirmation', next: ['mediation'] },
  { key: 'routing', next: ['mediation', 'arbitration'] },
  { key: 'arbitration', next: [] },
];

it('stands each to the right of what leads to it, and draws a circle as a way back', () => {
  const { nodes: placed, edges, columns, rows } = layOut(nodes);
  const columnOf = Object.fromEntries(placed.map(({ key, column }) => [key, column]));
  expect(columnOf).toEqual({ routing: 0, mediation: 1, confirmation: 2, arbitration: 2 });
  expect(edges.filter(({ isBack }) => isBack)).toEqual([
    { from: 'confirmation', to: 'mediation', isBack: true },
  ]);
  expect(edges.map(({ to }) => to)).not.toContain('elsewhere');
  expect([columns, rows]).toEqual([3, 2]);
});

it('has room for nothing', () => {
  expect(layOut([])).toEqual({ nodes: [], edges: [], columns: 1, rows: 1 });
});

it('places every node once, no two on one spot, whatever leads where', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const graph = fc.tuple(...keys.map((key) => fc.subarray(keys).map((next) => ({ key, next }))));
  fc.assert(
    fc.property(graph, (drawn) => {
      const { nodes: placed, edges } = layOut(drawn);
      expect(placed.map(({ key }) => key).sort()).toEqual(keys);
      expect(new Set(placed.map(({ column, row }) => `${column} ${row}`)).size).toBe(keys.length);
      const columnOf = new Map(placed.map(({ key, column }) => [key, column]));
      for (const { from, to, isBack } of edges)
        expect((columnOf.get(to) ?? 0) > (columnOf.get(from) ?? 0) || isBack).toBe(true);
    }),
  );
});
