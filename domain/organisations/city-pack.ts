import type { LevelTable } from '#domain/levels/levels.ts';
import type { Level } from '#domain/levels/vocabulary.ts';
import type { KindWord } from '#domain/matters/suggest-kind.ts';
import type { Channel, Danger, Need, Step } from '#domain/matters/vocabulary.ts';
import type { MessageText } from '#domain/messages/text.ts';
import type { CalendarData } from '#domain/roadmap/calendar.ts';
import type { Limit } from '#domain/roadmap/counting.ts';
import type { Procedure } from '#domain/roadmap/procedures/procedure.ts';

/** A city as data: what differs from place to place and stands in `cities/<name>/`, never in code. */
export type CityPack = {
  readonly city: City;
  /** By code; parents come before their children. */
  readonly regions: ReadonlyMap<string, Region>;
  readonly departments: ReadonlyMap<string, PackDepartment>;
  readonly kinds: ReadonlyMap<string, Named<string>>;
  readonly channels: ReadonlyMap<Channel, Named<Channel>>;
  readonly needs: ReadonlyMap<Need, Named<Need>>;
  readonly dangers: ReadonlyMap<Danger, PackDanger>;
  /** What the city adds to the published calendar. */
  readonly calendar: CalendarData;
  /** `safety-review` says how often a safety flag is looked at again: never less often than every seven days. */
  readonly stepLimits: Readonly<Record<Step, StepLimit>>;
  /** By kind, the departments in the order of their competence. */
  readonly routing: ReadonlyMap<string, readonly string[]>;
  readonly words: readonly KindWord[];
  readonly receipt: ReadonlyMap<ReceiptKey, Bilingual>;
  /** What the public is told of where to go and how disputes of each kind are settled. */
  readonly guidance: Guidance;
  /** What parties are told. */
  readonly messages: ReadonlyMap<MessageText, Bilingual>;
  readonly levels: ReadonlyMap<Level, PackLevel>;
  /** By which rules a matter has a colour, until the city publishes its own on screen. */
  readonly levelRules: LevelTable;
  /** The lawful procedures, every version of each; the office's own steps are made of the limits above. */
  readonly procedures: readonly Procedure[];
};

export type City = {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly zone: string;
  readonly areaCode: string;
  readonly enquiryPhone: string;
  readonly minimumReopenWorkingDays: number;
  /** Of the matters closed as not reached a supervisor looks at one in so many, drawn by lot. */
  readonly reviewOneIn: number;
};

export type Named<Code extends string> = {
  readonly code: Code;
  readonly name: string;
  readonly nameEn: string;
};
export type Bilingual = { readonly zh: string; readonly en: string };

export const regionLevels = ['city', 'county', 'township'] as const;
export type RegionLevel = (typeof regionLevels)[number];

/** One region has one centre; a child's code extends its parent's. */
export type Region = Named<string> & { readonly level: RegionLevel; readonly parentCode: string | undefined };

/** 常驻, 轮驻, 随驻: how a department is present at a centre. */
export const presences = ['resident', 'rotating', 'on-call'] as const;
export type Presence = (typeof presences)[number];

/** A department that every centre of the named levels has. */
export type PackDepartment = Named<string> & {
  readonly presence: Presence;
  readonly levels: ReadonlySet<RegionLevel>;
  /** What it is called in a township or street (司法局 there is 司法所); empty where it is not there. */
  readonly township: { readonly name: string; readonly nameEn: string };
};

/** A danger to somebody, with the help that belongs to it. */
export type PackDanger = Named<Danger> & { readonly help: string; readonly helpEn: string };

/** A colour of a matter: how it is called, when its supervision is answered (0: the same day), whether it goes up. */
export type PackLevel = Named<Level> & {
  readonly reply: { readonly count: number; readonly unit: 'working-day' | 'natural-day' };
  readonly escalates: boolean;
  readonly source: string;
};

/** What a step is called, how long it may take, and who says so. */
export type StepLimit = Limit & { readonly title: string; readonly titleEn: string; readonly source: string };

/** The texts of the receipt, and what may be filled into each. */
export const receiptPlaceholders = {
  title: [],
  'code-label': [],
  'secret-label': [],
  'registered-on-label': [],
  'centre-label': [],
  'keep-secret': [],
  'what-next': [],
  'next-accept': ['date'],
  'next-route': [],
  'next-answer': [],
  'where-to-ask-label': [],
  'where-to-ask': ['centre', 'phone'],
  'free-of-charge': [],
} as const;
export type ReceiptKey = keyof typeof receiptPlaceholders;

/** What the public is told of where to go, and of how disputes are settled. */
export type Guidance = {
  /** By the code of the region; of a centre without a row of its own the city says no more than its usual hours. */
  readonly centres: ReadonlyMap<string, CentreDetails>;
  /** What holds for a centre of which nobody wrote more. */
  readonly usual: CentreDetails;
  /** Where each county stands on the schematic map; empty where the city drew none. */
  readonly tiles: ReadonlyMap<string, Tile>;
  readonly ways: ReadonlyMap<string, Way>;
  readonly ofKinds: ReadonlyMap<string, GuidanceOfKind>;
  /** What one brings to begin a procedure (`petition-review`) or to use a window (`petition-handling/review`). */
  readonly toBring: ReadonlyMap<string, Bringing>;
};

export type CentreDetails = {
  /** Null where it is not known: then one asks by telephone. */
  readonly address: Bilingual | null;
  readonly phone: string | null;
  readonly hours: Bilingual;
  /** Nobody has confirmed these for this very centre. */
  readonly isUsual: boolean;
};
export type Tile = { readonly row: number; readonly column: number };
/** A lawful way to settle a dispute, in plain words, with the law that says so. */
export type Way = Named<string> & {
  readonly what: Bilingual;
  readonly source: string;
  /** The procedure of the roadmap that it is, where it is one. */
  readonly procedure: string | null;
};
export type Bringing = { readonly what: Bilingual; readonly source: string };
export type GuidanceOfKind = { readonly ways: readonly string[]; readonly bring: Bilingual };
