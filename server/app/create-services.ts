import { join } from 'node:path';
import { makeCalendar } from '#domain/roadmap/calendar.ts';
import { cityCalendarData } from '#server/adapters/calendar.ts';
import type { CityPack } from '#server/adapters/city-pack.ts';
import { systemClock } from '#server/adapters/clock.ts';
import { createFileStore } from '#server/adapters/files.ts';
import { randomIds } from '#server/adapters/ids.ts';
import { createGateways } from '#server/adapters/messages/gateways.ts';
import { createOutgoing } from '#server/adapters/outgoing.ts';
import { createSignIn } from '#server/adapters/sign-in.ts';
import { createVirusScan } from '#server/adapters/virus-scan.ts';
import { createAnnouncements } from '#server/database/announcements.ts';
import type { Connection } from '#server/database/connection.ts';
import { createJobDoor } from '#server/jobs/job-door.ts';
import { createCalendarBook } from './calendar-book.ts';
import type { Config } from './config.ts';
import { createDirectory } from './directory.ts';
import { createLevelBook } from './level-book.ts';
import { createLog, type Log } from './log.ts';
import { createRemembered } from './remembered.ts';
import { createRoadmap } from './roadmap.ts';
import { openSecrets } from './secrets.ts';
import type { Services } from './services.ts';

export type World = {
  config: Config;
  database: Pick<Connection, 'db' | 'pool'>;
  pack: CityPack;
  log?: Log;
};

/** Puts together what the use cases need. Tests replace single parts: `{ ...services, clock }`. */
export async function createServices({ config, database, pack, log: given }: World): Promise<Services> {
  const { db, pool } = database;
  const { keys, sessionSecret } = await openSecrets(config.secrets);
  const newId = randomIds;
  const log = given ?? createLog(config.logLevel);
  const { outgoingAllow: allow, scanner } = config.bounds;
  const onRefused = (host: string): void =>
    log.error({ host }, 'not called: an address on the inside that HEJIE_OUTGOING_ALLOW does not name');
  const outgoing = createOutgoing({ allow, onRefused });
  const calendarDays = cityCalendarData(pack.calendar);
  const calendar = makeCalendar(calendarDays);
  return {
    config,
    db,
    pool,
    pack,
    roadmap: createRoadmap(pack),
    calendar,
    calendars: createCalendarBook(calendar, calendarDays),
    directory: createDirectory((code) => pack.regions.get(code)?.parentCode ?? null),
    levels: createLevelBook(pack.levelRules),
    clock: systemClock,
    newId,
    keys,
    files: createFileStore(join(config.dataFolder, 'files')),
    jobs: createJobDoor(db),
    announcements: createAnnouncements(pool, (error) =>
      log.warn({ err: error }, 'open pages are told later'),
    ),
    outgoing,
    virusScan: scanner && createVirusScan(scanner),
    gateways: createGateways(config, outgoing.fetch),
    reachedAt: { url: config.origin ?? `http://127.0.0.1:${config.port}` },
    log,
    signIn: createSignIn({
      db,
      secret: sessionSecret,
      origin: config.origin,
      newId,
      idleMinutes: config.gettingIn.idleMinutes,
    }),
    remembered: createRemembered(),
    principals: new Map(),
    principalWatchers: new Set(),
    demoAccounts: [],
  };
}
