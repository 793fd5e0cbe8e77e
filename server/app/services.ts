import type { Pool } from 'pg';
import type { Calendar } from '#domain/roadmap/calendar.ts';
import type { CityPack } from '#server/adapters/city-pack.ts';
import type { Clock } from '#server/adapters/clock.ts';
import type { FileStore } from '#server/adapters/files.ts';
import type { NewId } from '#server/adapters/ids.ts';
import type { Keys } from '#server/adapters/keys.ts';
import type { Gateways } from '#server/adapters/messages/gateway.ts';
import type { Outgoing } from '#server/adapters/outgoing.ts';
import type { SignIn } from '#server/adapters/sign-in.ts';
import type { VirusScan } from '#server/adapters/virus-scan.ts';
import type { Announcements } from '#server/database/announcements.ts';
import type { Database } from '#server/database/connection.ts';
import type { JobDoor } from '#server/jobs/job-door.ts';
import type { Principal } from './actor.ts';
import type { CalendarBook } from './calendar-book.ts';
import type { Config } from './config.ts';
import type { Directory } from './directory.ts';
import type { LevelBook } from './level-book.ts';
import type { Log } from './log.ts';
import type { Remembered } from './remembered.ts';
import type { Roadmap } from './roadmap.ts';

/** What every use case may need of the world. Made once at start; tests make their own. */
export type Services = {
  readonly config: Config;
  readonly db: Database;
  readonly pool: Pool;
  readonly pack: CityPack;
  /** The lawful procedures, in every version that some matter runs under. */
  readonly roadmap: Roadmap;
  /** The city's working days. */
  readonly calendar: Calendar;
  /** The same through time, for reckoning again what was counted then. */
  readonly calendars: CalendarBook;
  /** The city's centres and departments, as they stand now. */
  readonly directory: Directory;
  /** By which rules matters have their colours. */
  readonly levels: LevelBook;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly keys: Keys;
  readonly files: FileStore;
  /** Background work: what a transaction enqueues is done once it is committed. */
  readonly jobs: JobDoor;
  /** What open pages hear of a change once it is committed. */
  readonly announcements: Announcements;
  /** The one door by which the program calls out over HTTP. */
  readonly outgoing: Outgoing;
  /** Looks through what people hand in; null where no scanner is configured. */
  readonly virusScan: VirusScan | null;
  /** The ways in which messages to parties leave. */
  readonly gateways: Gateways;
  /** Where the program is reached from outside; a demo knows its port once it listens. */
  readonly reachedAt: { url: string };
  readonly log: Log;
  readonly signIn: SignIn;
  /** Figures of the moment. */
  readonly remembered: Remembered;
  /** Who is behind a cookie or token, remembered for a second at most. */
  readonly principals: Map<string, RememberedPrincipal>;
  /** Told whose account, posting or session has changed in this process; null means anybody's. */
  readonly principalWatchers: Set<(userId: string | null) => void>;
  /** Filled by the demo; stays empty in production. */
  readonly demoAccounts: DemoAccount[];
};

export type RememberedPrincipal = { readonly principal: Principal; readonly untilMs: number };

export type DemoAccount = {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
  readonly region: string;
  readonly token: string;
};
