import { type GrowingTable, plain } from './grown-city.fixture.ts';
import type { PlanNode, ToldPlan } from './told-plans.fixture.ts';

/** A statement may meet so many rows of a table that grows: what one office, one matter, one page has. */
export const rowsMetAtMost = 600;

/** What is wrong with how these statements read growing tables, each said once. */
export function weakScans(told: readonly ToldPlan[], growing: readonly GrowingTable[]): string[] {
  const names = new Set(growing.map(({ name }) => plain(name)));
  const faults = new Map<string, string>();
  for (const { statement, within, plan } of told) {
    for (const fault of faultsIn(plan, names, { isBounded: false, table: null })) {
      const sent = statement.replace(/\s+/g, ' ').trim().slice(0, 400);
      faults.set(`${fault}|${sent}|${within}`, `${fault}\n    ${within} ${sent}`);
    }
  }
  return [...faults.values()];
}

type Above = { readonly isBounded: boolean; readonly table: string | null };

function* faultsIn(node: PlanNode, growing: ReadonlySet<string>, above: Above): Generator<string> {
  const type = node['Node Type'];
  // The heap's table is told above the index that found the rows.
  const table = node['Relation Name'] ? `${node.Schema}.${node['Relation Name']}` : above.table;
  if (table !== null && growing.has(table) && type.endsWith('Scan')) {
    const met = rowsMet(node);
    const how = `${type}${node['Index Name'] ? ` by ${node['Index Name']}` : ''}`;
    if (type === 'Seq Scan') {
      if (node.Disabled || met > rowsMetAtMost) yield `${table}: ${how}, ${met} rows met`;
    } else if (met > rowsMetAtMost) yield `${table}: ${how} meets ${met} rows`;
    else if (node['Index Name'] && !isSelective(node) && !above.isBounded)
      yield `${table}: ${how} with ${node['Index Cond'] ?? 'no condition'} reads the whole city`;
  }
  const keepsOrder = !/^(Sort|Aggregate|Hash|BitmapAnd|BitmapOr|Bitmap Heap Scan)$/.test(type);
  const isBounded = type === 'Limit' || (above.isBounded && keepsOrder);
  for (const child of node.Plans ?? [])
    yield* faultsIn(child, growing, { isBounded, table: type.startsWith('Bitmap') ? table : null });
}

/** Something besides the city narrows what the index is asked for. */
function isSelective(node: PlanNode): boolean {
  const columns = [
    ...(node['Index Cond'] ?? '').matchAll(
      /\(?\(?(?:\w+\.)?(\w+)(?:\)?::\w+)?\)? (?:=|>|<|>=|<=|@>|&&|<@) /g,
    ),
  ];
  return columns.some(([, column]) => column !== 'city_code');
}

function rowsMet(node: PlanNode): number {
  const each =
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  return Math.round(each * (node['Actual Loops'] ?? 0));
}
