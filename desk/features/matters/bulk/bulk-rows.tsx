import type { BulkRow } from '#contract/office/bulk.ts';
import { useWords } from '../../../app/language/words.tsx';
import type { Selected } from './use-bulk.ts';

/** What would become, or has become, of each: those that stopped first, because they want a look. */
export function BulkRows(props: {
  matters: readonly Selected[];
  rows: readonly BulkRow[];
  isDone: boolean;
  /** Of several steps it matters at which one it stopped. */
  isMacro: boolean;
}) {
  const { say, shared } = useWords();
  const { isDone } = props;
  const subjects = new Map(props.matters.map(({ id, subject }) => [id, subject]));
  const rows = [...props.rows].sort(
    (one, other) => Number(one.state === 'ok') - Number(other.state === 'ok'),
  );
  const stateOf = ({ state }: BulkRow) =>
    isDone && state === 'ok'
      ? say('bulk.done')
      : isDone && state === 'refused'
        ? say('bulk.notDone')
        : shared.bulkStates[state];
  return (
    <ul className="bulk-rows">
      {rows.map((row) => (
        <li key={row.matterId} className={`bulk-row bulk-${row.state}`}>
          <span className="bulk-head">
            <span className="bulk-subject">{subjects.get(row.matterId) ?? row.matterId}</span>
            <span className="bulk-state">{stateOf(row)}</span>
          </span>
          {row.stopped && (
            <span>
              {props.isMacro
                ? say('bulk.stopped', {
                    step: row.stopped.step,
                    action: row.stopped.actionLabel,
                    reason: row.stopped.detail,
                  })
                : row.stopped.detail}{' '}
              {row.stepsTaken > 0 &&
                say(isDone ? 'bulk.taken' : 'bulk.takenWould', { count: row.stepsTaken })}
            </span>
          )}
          {row.state === 'ok' && row.after && (
            <span className="soft">
              {say(isDone ? 'bulk.did' : 'bulk.would', {
                status: row.after.statusLabel,
                unit: row.after.holder.name,
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
