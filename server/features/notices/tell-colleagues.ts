import { type Happening, noticesOf, settlesEarlier } from '#domain/notices/notice-rules.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { type NewNotice, type NoticesWritten, writeNotices } from './notices.queries.ts';
import { noticeChannel, type Told } from './stream/told.ts';

export type MatterHappening = Happening & {
  readonly cityCode: string;
  readonly matterId: string;
  /** The version that the event made. */
  readonly version: number;
};

type ByServices = Pick<Services, 'announcements' | 'clock' | 'newId'>;

/** Writes what colleagues are told of a step, in the step's own transaction; the open pages hear of it at its end. */
export async function tellColleagues(
  services: ByServices,
  trx: Trx,
  happening: MatterHappening,
): Promise<void> {
  const { cityCode, matterId, version } = happening;
  const settled = settlesEarlier(happening) ? { matterId, version } : null;
  await write(services, trx, cityCode, noticesFor(services, happening), settled);
}

/** The same of many matters at once that no step was taken on. */
export async function tellOfAll(
  services: ByServices,
  trx: Trx,
  cityCode: string,
  happenings: readonly MatterHappening[],
): Promise<void> {
  const notices = happenings.flatMap((happening) => noticesFor(services, happening));
  await write(services, trx, cityCode, notices, null);
}

/** At the start of a process: the one before may have ended between a change and its word. */
export function tellMissed({ announcements }: Pick<Services, 'announcements'>): void {
  announcements.announceMissed(noticeChannel);
}

function noticesFor(services: ByServices, happening: MatterHappening): NewNotice[] {
  const { matterId, version } = happening;
  return noticesOf(happening).map((notice) => ({ ...notice, id: services.newId(), matterId, version }));
}

async function write(
  services: ByServices,
  trx: Trx,
  cityCode: string,
  notices: readonly NewNotice[],
  settled: NoticesWritten['settled'],
): Promise<void> {
  await writeNotices(trx, cityCode, { at: instantNow(services), notices, settled });
  const told = toldOf(cityCode, notices).map((one) => JSON.stringify(one));
  services.announcements.announce(trx, noticeChannel, told);
}

/** In milliseconds: a page's cursor can hold no less. */
function instantNow({ clock }: Pick<Services, 'clock'>): string {
  return new Date(clock.now().epochMilliseconds).toISOString();
}

/** PostgreSQL passes on at most 8,000 bytes at a time. */
const toldAtOnce = 40;

/** Each colleague and each role once, however many matters it was about. */
function toldOf(cityCode: string, notices: readonly NewNotice[]): Told[] {
  const to = new Map<string, Told['to'][number] & { readonly byUserId: string | null }>();
  for (const { unitId, userId, role, byUserId } of notices) {
    to.set(`${unitId} ${userId} ${role} ${byUserId}`, { unitId, userId, role, byUserId });
  }
  const told: Told[] = [];
  for (const [byUserId, all] of Map.groupBy(to.values(), (one) => one.byUserId)) {
    for (let from = 0; from < all.length; from += toldAtOnce) {
      const some = all.slice(from, from + toldAtOnce);
      told.push({ cityCode, byUserId, to: some.map(({ byUserId: _by, ...one }) => one) });
    }
  }
  return told;
}
