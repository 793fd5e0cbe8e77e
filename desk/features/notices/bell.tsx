import './notices.css';
import BellOutlined from '@ant-design/icons-svg/es/asn/BellOutlined';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { NoticeView, ReadNoticesBody } from '#contract/notices/notices.ts';
import { isPermitted } from '#domain/access/permissions.ts';
import type { Level } from '#domain/levels/vocabulary.ts';
import { request } from '../../app/api/request.ts';
import { useWords } from '../../app/language/words.tsx';
import { useIsQuiet } from '../../app/late/use-is-quiet.ts';
import { useSession } from '../../app/session/session.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { Icon } from '../../design-system/acts/icon.tsx';
import { Drawer } from '../../design-system/antd/drawer.tsx';
import { groupCode } from '../../design-system/marks/group-code.ts';
import { LevelMark } from '../../design-system/marks/level-mark.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { instantWords } from '../../design-system/time/day-words.ts';
import { noticesQuery } from './notices-query.ts';
import { useLiveNotices } from './use-live-notices.ts';

/** What a colleague is told of, live, as whom they act now. */
export function Bell() {
  const { acting } = useSession();
  return acting && isPermitted('work-on-matters', acting) ? (
    <BellOf key={acting.id} postingId={acting.id} />
  ) : null;
}

function BellOf({ postingId }: { postingId: string }) {
  const { say } = useWords();
  const queryClient = useQueryClient();
  const isQuiet = useIsQuiet();
  const isLive = useLiveNotices(isQuiet ? postingId : undefined);
  const [isOpen, setOpen] = useState(false);
  const query = useInfiniteQuery({ ...noticesQuery, enabled: isQuiet || isOpen });
  const read = useMutation({
    mutationFn: (body: ReadNoticesBody) => request('/api/v1/notices/read', { method: 'POST', body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
  const notices = query.data?.pages.flatMap((page) => page.notices) ?? [];
  const unread = query.data?.pages[0]?.unread ?? 0;
  const [newest] = notices;
  const words = unread > 0 ? say('notices.open', { count: unread }) : say('notices.openNone');
  const close = () => setOpen(false);
  return (
    <>
      <Button
        type="text"
        className="bell"
        icon={<Icon of={BellOutlined} />}
        aria-label={words}
        aria-haspopup="dialog"
        title={words}
        onClick={() => setOpen(true)}
      >
        {unread > 0 && (
          <span className="bell-count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </Button>
      <span className="only-read-aloud" role="status">
        {unread > 0 ? say('notices.open', { count: unread }) : ''}
      </span>
      <Drawer
        open={isOpen}
        onClose={close}
        size={400}
        title={say('notices.title')}
        destroyOnHidden
        styles={{ wrapper: { maxWidth: '100vw' }, body: { padding: 0 } }}
        extra={
          newest &&
          unread > 0 && (
            <Button size="small" onClick={() => read.mutate({ upTo: newest.id })}>
              {say('notices.readAll')}
            </Button>
          )
        }
      >
        {!isLive && <p className="faint notices-quiet">{say('notices.quiet')}</p>}
        {query.isPending && <SkeletonRows count={5} />}
        {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
        {query.isSuccess && notices.length === 0 && <EmptyState>{say('notices.none')}</EmptyState>}
        <ul className="notices">
          {notices.map((notice) => (
            <li key={notice.id}>
              <NoticeLink
                notice={notice}
                onOpen={() => {
                  if (!notice.isRead) read.mutate({ ids: [notice.id] });
                  close();
                }}
              />
            </li>
          ))}
        </ul>
        {query.hasNextPage && (
          <div className="notices-more">
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {say('notices.more')}
            </Button>
          </div>
        )}
      </Drawer>
    </>
  );
}

function NoticeLink({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }) {
  const { say, language } = useWords();
  const isNew = !notice.isRead && !notice.isSettled;
  return (
    <Link
      to={notice.mayOpen ? `/matters/${notice.matterId}` : `/oversight?level=${notice.level}`}
      className={`notice-link${isNew ? ' notice-new' : ''}`}
      onClick={onOpen}
    >
      <span className="notice-what">
        {isNew && <span className="only-read-aloud">{say('notices.unread')} </span>}
        <span>
          {notice.sentence}
          {notice.level && <RaisedMark level={notice.level} isSaid={notice.kind === 'level-raised'} />}
        </span>
        {notice.isSettled && <span className="notice-settled">{say('notices.settled')}</span>}
      </span>
      <span className="notice-where">
        <span className="notice-code">{groupCode(notice.code)}</span>
        <span>{notice.holder.name}</span>
        <time dateTime={notice.at}>{instantWords(notice.at, language)}</time>
      </span>
    </Link>
  );
}

/** A sentence that names the colour needs no more than its shape beside it. */
function RaisedMark({ level, isSaid }: { level: Level; isSaid: boolean }) {
  return (
    <span className="notice-level" aria-hidden={isSaid || undefined}>
      <LevelMark level={level} isShort={isSaid} />
    </span>
  );
}
