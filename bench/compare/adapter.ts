import type { Requests } from './requests.ts';

/**
 * How one system is spoken to. A file of this shape, exporting its `adapter`, is all it takes to measure any system
 * that answers over HTTP.
 */
export type Adapter = {
  /** As the table calls it. */
  readonly name: string;
  /** What it does not do that others in the table do: printed under the figures, so that nobody compares blindly. */
  readonly lacks: readonly string[];
  /** Signs in, finds out what the works need to know, and refuses with a sentence when a setting is missing. */
  open(system: System): Promise<Works>;
};

/** One running system, and what its operator said of it. */
export type System = {
  readonly url: string;
  /** Keys, names and numbers of this installation, from the file of settings. */
  readonly settings: Readonly<Record<string, string>>;
  /** How many works are under way at once: as many sessions are needed where a session does one thing at a time. */
  readonly lanes: number;
  /** The only way to it: counted, kept alive, and every answer other than the expected one is thrown. */
  readonly requests: Requests;
};

/** The four works. Each is thrown out of, and then not counted, unless it was done in full. */
export type Works = {
  /** Makes one open matter with its two parties, its description and its request, in the queue that `list` reads. */
  create(matter: Matter): Promise<unknown>;
  /** One whole life: create, triage and assign, note, resolve with an answer, close, and read again to see it closed. */
  live(matter: Matter): Promise<unknown>;
  /** The first page of the open queue of one person, fifty rows, what is due first: answers with how many rows came. */
  list(): Promise<number>;
  /** Full-text search over subjects and descriptions, as its search box does: answers with the hits of page 1. */
  search(word: string): Promise<number>;
};

/** A person's own page holds this many everywhere. */
export const pageSize = 50;

/** What comes in, the same for all. */
export type Matter = {
  readonly number: number;
  readonly subject: string;
  readonly story: string;
  readonly request: string;
  readonly applicant: { readonly name: string; readonly phone: string; readonly mail: string };
  readonly respondent: { readonly name: string; readonly creditCode: string; readonly mail: string };
};

/** The words said on the way, the same for all. */
export const said = {
  note: '电话联系申请人，约定周五上午到现场查看。',
  outcome: '物业公司十日内修好屋面。',
  answer: '您反映的漏水问题，物业公司承诺十日内修好。',
} as const;

/** A setting that there must be. */
export function settingOf({ settings }: System, name: string): string {
  const value = settings[name];
  if (value === undefined) throw new Error(`its settings lack ${name}`);
  return value;
}
