/** A place on the map and what may follow it. */
export type MapNode = { readonly key: string; readonly next: readonly string[] };

export type PlacedNode = { readonly key: string; readonly column: number; readonly row: number };
/** `isBack`: it leads to an earlier column, or stays in its own. */
export type MapEdge = { readonly from: string; readonly to: string; readonly isBack: boolean };
export type MapLayout = {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly MapEdge[];
  readonly columns: number;
  readonly rows: number;
};

/**
 * Places each procedure in a column to the right of all that lead to it, and near them in height. What would lead in a
 * circle is an edge back. What is named but not among the nodes is left out.
 */
export function layOut(nodes: readonly MapNode[]): MapLayout {
  const known = new Map(nodes.map((node) => [node.key, node]));
  const edges = nodes.flatMap(({ key, next }) =>
    [...new Set(next)].filter((to) => known.has(to)).map((to) => ({ from: key, to })),
  );
  const back = edgesBack(nodes, edges);
  const forward = edges.filter((edge) => !back.has(edge));
  const columnOf = columnsOf(nodes, forward);
  const columns = Math.max(0, ...columnOf.values()) + 1;
  const placed = rowsOf(nodes, forward, columnOf, columns);
  return {
    nodes: placed,
    edges: edges.map((edge) => ({ ...edge, isBack: back.has(edge) })),
    columns,
    rows: Math.max(0, ...placed.map(({ row }) => row)) + 1,
  };
}

type Edge = { readonly from: string; readonly to: string };

/** Those that close a circle, as a walk through the nodes in their order finds them. */
function edgesBack(nodes: readonly MapNode[], edges: readonly Edge[]): ReadonlySet<Edge> {
  const back = new Set<Edge>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (key: string): void => {
    state.set(key, 'open');
    for (const edge of edges.filter(({ from }) => from === key)) {
      const there = state.get(edge.to);
      if (there === 'open') back.add(edge);
      else if (there === undefined) visit(edge.to);
    }
    state.set(key, 'done');
  };
  for (const { key } of nodes) if (!state.has(key)) visit(key);
  return back;
}

/** The longest way that leads to each. */
function columnsOf(nodes: readonly MapNode[], forward: readonly Edge[]): Map<string, number> {
  const columns = new Map<string, number>();
  const columnOf = (key: string): number => {
    const found = columns.get(key);
    if (found !== undefined) return found;
    const before = forward.filter(({ to }) => to === key).map(({ from }) => columnOf(from) + 1);
    const column = Math.max(0, ...before);
    columns.set(key, column);
    return column;
  };
  for (const { key } of nodes) columnOf(key);
  return columns;
}

/** Within a column in the order of the middle of what leads to them; what nothing leads to keeps its order. */
function rowsOf(
  nodes: readonly MapNode[],
  forward: readonly Edge[],
  columnOf: ReadonlyMap<string, number>,
  columns: number,
): PlacedNode[] {
  const rowOf = new Map<string, number>();
  const placed: PlacedNode[] = [];
  for (let column = 0; column < columns; column += 1) {
    const here = nodes.filter(({ key }) => columnOf.get(key) === column);
    const heights = new Map(
      here.map(({ key }, index) => {
        const before = forward.filter(({ to }) => to === key).map(({ from }) => rowOf.get(from) ?? 0);
        const middle = before.reduce((sum, row) => sum + row, 0) / Math.max(1, before.length);
        return [key, before.length === 0 ? index : middle] as const;
      }),
    );
    const inOrder = here.toSorted(
      (one, other) => (heights.get(one.key) ?? 0) - (heights.get(other.key) ?? 0),
    );
    for (const [row, { key }] of inOrder.entries()) {
      rowOf.set(key, row);
      placed.push({ key, column, row });
    }
  }
  return placed;
}
