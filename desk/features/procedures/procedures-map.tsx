import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { ProcedureView } from '#contract/roadmap/procedures.ts';
import { useWords } from '../../app/language/words.tsx';
import { layOut, type MapLayout, type PlacedNode } from './map-layout.ts';

const box = { width: 148, height: 52, across: 52, down: 16 };
const leftOf = ({ column }: PlacedNode): number => column * (box.width + box.across);
const topOf = ({ row }: PlacedNode): number => row * (box.height + box.down);

type Props = { procedures: readonly ProcedureView[]; chosen: string | undefined; label: string };

/**
 * What may follow what. The lines are a picture; the places are a list of links that says the same in words, and on a
 * narrow screen that list is all there is.
 */
export function ProceduresMap({ procedures, chosen, label }: Props) {
  const { language, say } = useWords();
  const [pointedAt, pointAt] = useState<string>();
  const map = useMemo(
    () =>
      layOut(
        procedures.map(({ procedure, outcomes }) => ({
          key: procedure.code,
          next: outcomes.flatMap(({ next }) => next.map(({ code }) => code)),
        })),
      ),
    [procedures],
  );
  const lit =
    pointedAt ?? (procedures.some(({ procedure }) => procedure.code === chosen) ? chosen : undefined);
  const width = map.columns * (box.width + box.across) - box.across;
  const height = map.rows * (box.height + box.down) - box.down;
  return (
    <div className="map" style={{ width, height }}>
      <MapLines map={map} width={width} height={height} lit={lit} />
      <ol aria-label={label}>
        {map.nodes.map((node) => {
          const view = procedures.find(({ procedure }) => procedure.code === node.key);
          if (view === undefined) return null;
          const next = [...new Set(view.outcomes.flatMap((one) => one.next.map((to) => to.label)))];
          return (
            <li key={node.key} style={{ left: leftOf(node), top: topOf(node) }}>
              <Link
                to={`/procedures/${node.key}`}
                className={`map-place${view.isEntry ? '' : ' map-place-later'}`}
                aria-current={node.key === chosen ? 'page' : undefined}
                onPointerEnter={() => pointAt(node.key)}
                onPointerLeave={() => pointAt(undefined)}
                onFocus={() => pointAt(node.key)}
                onBlur={() => pointAt(undefined)}
              >
                {view.procedure.label}
              </Link>
              <span className="map-next soft">
                {next.length > 0
                  ? say('procedures.leadsTo', { next: next.join(language === 'zh' ? '、' : ', ') })
                  : say('procedures.leadsNowhere')}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function MapLines(props: { map: MapLayout; width: number; height: number; lit: string | undefined }) {
  const { map, width, height, lit } = props;
  const places = new Map(map.nodes.map((node) => [node.key, node]));
  const isLit = ({ from, to }: { from: string; to: string }) => from === lit || to === lit;
  // Those of the chosen one are drawn last, over the others.
  const inOrder = map.edges.toSorted((one, other) => Number(isLit(one)) - Number(isLit(other)));
  return (
    <svg width={width} height={height} aria-hidden="true">
      {inOrder.map((edge) => {
        const [from, to] = [places.get(edge.from), places.get(edge.to)];
        if (!from || !to) return null;
        const state = isLit(edge) ? 'lit' : lit ? 'dim' : 'plain';
        return (
          <g key={`${edge.from} ${edge.to}`} className={`map-line map-line-${state}`}>
            <path d={lineOf(from, to, edge.isBack)} strokeDasharray={edge.isBack ? '4 3' : undefined} />
            <path d={headOf(to, edge.isBack)} className="map-head" />
          </g>
        );
      })}
    </svg>
  );
}

const apart = 9;

/** Forward from the right side to the left side of the next, a little higher than what leads back. */
function lineOf(from: PlacedNode, to: PlacedNode, isBack: boolean): string {
  const middle = box.height / 2;
  if (isBack) {
    const [x1, y1] = [leftOf(from), topOf(from) + middle + apart];
    const [x2, y2] = [leftOf(to) + box.width + 7, topOf(to) + middle + apart];
    return `M ${x1} ${y1} C ${x1 - 30} ${y1}, ${x2 + 30} ${y2}, ${x2} ${y2}`;
  }
  const [x1, y1] = [leftOf(from) + box.width, topOf(from) + middle - 3];
  const [x2, y2] = [leftOf(to) - 7, topOf(to) + middle - 3];
  return `M ${x1} ${y1} C ${x1 + 30} ${y1}, ${x2 - 30} ${y2}, ${x2} ${y2}`;
}

function headOf(to: PlacedNode, isBack: boolean): string {
  const middle = topOf(to) + box.height / 2;
  return isBack
    ? `M ${leftOf(to) + box.width + 1} ${middle + apart} l 7 -4 v 8 z`
    : `M ${leftOf(to) - 1} ${middle - 3} l -7 -4 v 8 z`;
}
