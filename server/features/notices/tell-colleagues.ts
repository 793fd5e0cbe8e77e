import { type Happening, noticesOf, settlesEarlier } from '#domain/notices/notice-rules.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { insertNotices, notify, settleEarlier } from './notices.queries.ts';
import { noticeChannel, type Told } from './stream/told.ts';

export type MatterHappening = Happening & {
  readonly cityCode: string;
  readonly matterId: string;
  /** The version that the event made. */
  readonly version: number;
};

/** Writes what colleagues are told of a step, in the step's own transaction; the open pages hear of it at its end. */
export async function tellColleagues(
  services: Pick<Services, 'clock' | 'newId'>,
  trx: Trx,
  happening: MatterHappening,
): Promise<void> {
  const { cityCode, matterId, version, doer } = happening;
  const byUserId = doer?.userId ?? null;
  // In milliseconds: a page's cursor can hold no less.
  const at = new Date(services.clock.now().epochMilliseconds).toISOString();
  const about = { cityCode, matterId, version, byUserId, at };
  const notices = noticesOf(happening);
  if (settlesEarlier(happening)) await settleEarlier(trx, about);
  if (notices.length === 0) return;
  await insertNotices(
    trx,
    about,
    notices.map((notice) => ({ ...notice, id: services.newId() })),
  );
  const told: Told = {
    cityCode,
    byUserId,
    to: notices.map(({ unitId, userId, role }) => ({ unitId, userId, role })),
  };
  await notify(trx, noticeChannel, JSON.stringify(told));
}
