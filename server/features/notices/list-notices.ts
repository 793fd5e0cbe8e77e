import { fill, type Language, words } from '#contract/language/language.ts';
import type {
  ListNoticesAnswer,
  ListNoticesQuery,
  NoticeView,
  ReadNoticesAnswer,
  ReadNoticesBody,
} from '#contract/notices/notices.ts';
import type { Actor } from '#server/app/actor.ts';
import { decodeCursor, encodeCursor } from '#server/app/cursor.ts';
import { unitName } from '#server/app/directory.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { levelLabel } from '#server/features/levels/public.ts';
import { countUnread, markRead, markReadUpTo, type NoticeRow, noticePage } from './notices.queries.ts';

const pageSize = 20;
const countedAtMost = 100;
const listedForHours = 30 * 24;

/** What somebody was told of as whom they act now, newest first, and how much of it still wants looking at. */
export async function listNotices(
  services: Services,
  actor: Actor,
  query: ListNoticesQuery,
  language: Language,
): Promise<ListNoticesAnswer> {
  const limit = query.limit ?? pageSize;
  const after = decodeCursor(query.after);
  const since = listedSince(services);
  const { rows, unread } = await inTransaction(services, actor, async (trx) => ({
    rows: await noticePage(trx, actor, since, after, limit + 1),
    unread: await countUnread(trx, actor, since, countedAtMost),
  }));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    notices: page.map((row) => presentNotice(services, row, language)),
    next:
      rows.length > limit && last !== undefined
        ? encodeCursor({ due: last.at.toISOString(), id: last.id })
        : null,
    unread,
  };
}

/** Marks notices as read; marking one twice changes nothing. */
export async function readNotices(
  services: Services,
  actor: Actor,
  body: ReadNoticesBody,
): Promise<ReadNoticesAnswer> {
  const since = listedSince(services);
  const at = services.clock.now().toString();
  return inTransaction(services, actor, async (trx) => {
    if ('ids' in body) await markRead(trx, actor, body.ids, at);
    else await markReadUpTo(trx, actor, body.upTo, since, at);
    return { unread: await countUnread(trx, actor, since, countedAtMost) };
  });
}

function listedSince({ clock }: Services): string {
  return clock.now().subtract({ hours: listedForHours }).toString();
}

function presentNotice(services: Services, row: NoticeRow, language: Language): NoticeView {
  const holder = services.directory.unit(row.holderUnitId);
  const { level } = row;
  return {
    id: row.id,
    kind: row.kind,
    sentence: fill(
      words(language).noticeKinds[row.kind],
      level === null ? {} : { level: levelLabel(services, level, language) },
    ),
    level,
    matterId: row.matterId,
    mayOpen: row.mayOpen,
    code: row.code,
    holder: {
      id: row.holderUnitId,
      name: holder === undefined ? '—' : unitName(holder, language),
      kind: holder?.kind ?? 'centre',
    },
    at: row.at.toISOString(),
    isRead: row.isRead,
    isSettled: row.isSettled,
  };
}
