import type { Language } from '#contract/language/language.ts';
import { words } from '#contract/language/language.ts';
import { spanHas } from '#domain/organisations/day-span.ts';
import { isApart, isLastOfItsKind, settlingRoles } from '#domain/organisations/postings.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import type { Trx } from '#server/database/transaction.ts';
import { endAccessOfPosting } from '#server/features/access/public.ts';
import { handOverWork } from '#server/features/matters/public.ts';
import { markCancelled } from '../absences/absences.queries.ts';
import { recordChange } from '../changes/record-change.ts';
import {
  lockRole,
  markEnded,
  openAbsencesOf,
  type PostingRow,
  standingPostings,
} from './postings.queries.ts';

/** Refuses where the city would be left without a system administrator, a security administrator or an auditor. */
export async function refuseLastOfItsKind(
  services: Services,
  trx: Trx,
  actor: Actor,
  posting: PostingRow,
  language: Language,
): Promise<void> {
  if (!isApart(posting.role)) return;
  const today = todayOf(services);
  const others = await lockRole(trx, actor.cityCode, posting.role, today);
  const isLast = isLastOfItsKind(
    posting,
    others.filter(({ userId }) => userId !== posting.userId),
    today,
  );
  if (isLast) refuseWith({ code: 'last-of-its-kind', params: { role: words(language).roles[posting.role] } });
}

/**
 * 离任: ends a posting at once. The matters that the person is handling at that office go to the successor, or wait to
 * be assigned; absences of or covered by somebody who has left end with it. Answers how many matters moved.
 */
export async function leavePosting(
  services: Services,
  trx: Trx,
  actor: Actor,
  posting: PostingRow,
  successorUserId: string | null,
): Promise<number> {
  const { cityCode } = actor;
  const { userId, unitId, role } = posting;
  const today = todayOf(services);
  const at = services.clock.now().toString();
  await markEnded(trx, cityCode, posting.id, at);
  const standing = await standingPostings(trx, cityCode, [userId], today);
  await endAccessOfPosting(services, trx, {
    postingId: posting.id,
    userId,
    holdsAnother: standing.length > 0,
  });
  const staying = standing.filter((other) => other.unitId === unitId);
  const isSettling = (one: PostingRow) => settlingRoles.some((settling) => settling === one.role);
  const stillSettles = staying.some((other) => isSettling(other) && spanHas(other, today));
  const handedOver =
    isSettling(posting) && !stillSettles
      ? await handOverWork(services, trx, actor, { unitId, fromUserId: userId, toUserId: successorUserId })
      : 0;
  const data = { userId, unitId, role, successorUserId, handedOver };
  await recordChange(services, trx, actor, { type: 'posting-ended', subjectId: posting.id, data });
  if (staying.length === 0) {
    for (const absenceId of await openAbsencesOf(trx, cityCode, unitId, userId, today)) {
      await markCancelled(trx, cityCode, absenceId, at);
      await recordChange(services, trx, actor, {
        type: 'absence-cancelled',
        subjectId: absenceId,
        data: { userId, unitId },
      });
    }
  }
  return handedOver;
}
