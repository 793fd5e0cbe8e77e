import { useInfiniteQuery } from '@tanstack/react-query';
import type { OverseenMatter } from '#contract/oversight/oversight.ts';
import { useWords } from '../../app/language/words.tsx';
import { LevelMark } from '../../design-system/marks/level-mark.tsx';
import { MatterCode } from '../../design-system/marks/matter-code.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { type Column, PagedTable } from '../../design-system/table/paged-table.tsx';
import { DueDate } from '../../design-system/time/due-date.tsx';
import { type OversightFilters, overseenQuery } from './oversight-query.ts';

/** The region's open matters, due first, with where each stands and why. */
export function OverseenTable({ filters }: { filters: OversightFilters }) {
  const { say } = useWords();
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
  ];
  return (
    <PagedTable
      caption={say('oversight.matters')}
      query={useInfiniteQuery(overseenQuery(filters))}
      rowsOf={(page) => page.matters}
      columns={columns}
      empty={<EmptyState>{say('oversight.empty')}</EmptyState>}
    />
  );
}
