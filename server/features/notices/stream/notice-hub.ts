import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { lookAnew } from '#server/database/announcements.ts';
import { type Listener, listen } from '#server/database/listen.ts';
import { concerns, noticeChannel, type Told } from './told.ts';

/** One open page. */
export type OpenPage = {
  readonly actor: Actor;
  /** Something is new for it. */
  hear(): void;
  /** Its time to ask anew whether its reader may still listen. */
  check(): void;
  end(): void;
};

/** Room for a few windows on a few machines; more is a fault or an attack. */
export const pagesAtMostPerUser = 6;

/** All open pages of this process, behind one connection that listens. */
export type NoticeHub = {
  /** False where this colleague has too many open already. */
  open(page: OpenPage): Promise<boolean>;
  close(page: OpenPage): void;
  /** The program stops. */
  closeAll(): Promise<void>;
};

export function createNoticeHub({ pool, log, principalWatchers }: Services): NoticeHub {
  const pages = new Set<OpenPage>();
  let listener: Listener | undefined;

  const hearAll = (): void => {
    for (const page of pages) page.hear();
  };
  const onMessage = (payload: string): void => {
    if (payload === lookAnew) {
      hearAll();
      return;
    }
    const told = JSON.parse(payload) as Told;
    for (const page of pages) if (concerns(told, page.actor)) page.hear();
  };
  const watch = (userId: string | null): void => {
    for (const page of pages) if (userId === null || page.actor.userId === userId) page.check();
  };
  principalWatchers.add(watch);

  return {
    async open(page) {
      const own = [...pages].filter(({ actor }) => actor.userId === page.actor.userId);
      if (own.length >= pagesAtMostPerUser) return false;
      pages.add(page);
      // The first page starts it; it then stays for the life of the process.
      listener ??= listen({
        pool,
        channel: noticeChannel,
        onMessage,
        onBack: hearAll,
        onLost: (error) => log.warn({ err: error }, 'notices are not heard for the moment'),
      });
      await listener.ready;
      return true;
    },
    close(page) {
      pages.delete(page);
    },
    async closeAll() {
      principalWatchers.delete(watch);
      for (const page of pages) page.end();
      await listener?.close();
    },
  };
}
