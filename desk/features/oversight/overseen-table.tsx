import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { OverseenMatter } from '#contract/oversight/oversight.ts';
import { isPermitted } from '#domain/access/permissions.ts';
import { useWords } from '../../app/language/words.tsx';
import { useSession } from '../../app/session/session.tsx';
import { LevelMark } from '../../design-system/marks/level-mark.tsx';
import { MatterCode } from '../../design-system/marks/matter-code.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { type Column, PagedTable } from '../../design-system/table/paged-table.tsx';
import { DueDate } from '../../design-system/time/due-date.tsx';
import { type OversightFilters, overseenQuery } from './oversight-query.ts';

/** The region's open matters, due first, with where each stands and why. */
export function OverseenTable({
  filters,
  askPurpose,
}: {
  filters: OversightFilters;
  askPurpose: (matterId: string) => void;
}) {
  const { say } = useWords();
  const { acting } = useSession();
  const mayRead = acting !== null && isPermitted('work-on-matters', acting);
  const columns: Column<OverseenMatter>[] = [
    { key: 'code', head: say('oversight.code'), cell: ({ code }) => <MatterCode code={code} /> },
    { key: 'kind', head: say('queue.kind'), cell: ({ kind }) => kind?.label ?? say('side.sealedShort') },
    { key: 'holder', head: say('oversight.holder'), cell: ({ holder }) => holder.name },
    { key: 'stage', head: say('queue.stage'), cell: ({ statusLabel }) => statusLabel },
    {
      key: 'due',
      head: say('oversight.due'),
      cell: ({ dueOn, isLate }) => (
        <span className={isLate ? 'is-late' : undefined}>
          <DueDate day={dueOn} />
        </span>
      ),
    },
    {
      key: 'reason',
      head: say('oversight.reason'),
      cell: ({ level, reason, lateAssisting }) => (
        <span className="soft">
          {level && <LevelMark {...level} isShort />} {reason}
          {lateAssisting.length > 0 && `（${lateAssisting.map(({ name }) => name).join('、')}）`}
        </span>
      ),
    },
    // A leader reads the figures and opens no file.
    ...(mayRead
      ? [{ key: 'acts', cell: (row: OverseenMatter) => <Acts row={row} askPurpose={askPurpose} /> }]
      : []),
  ];
  return (
    <PagedTable
      caption={say('oversight.matters')}
      query={useInfiniteQuery(overseenQuery(filters))}
      rowsOf={(page) => page.matters}
      columns={columns}
      isBelow
      empty={<EmptyState>{say('oversight.empty')}</EmptyState>}
    />
  );
}

/** One's own opens as it is; another of the region by saying what for; a sealed one not at all. */
function Acts({ row, askPurpose }: { row: OverseenMatter; askPurpose: (matterId: string) => void }) {
  const { say } = useWords();
  if (row.isOwn) {
    return <Link to={`/matters/${row.id}`}>{say('outside.openOwn')}</Link>;
  }
  if (!row.mayOpenForPurpose) return null;
  return (
    <button type="button" className="text-button not-printed" onClick={() => askPurpose(row.id)}>
      {say('outside.open')}
    </button>
  );
}
