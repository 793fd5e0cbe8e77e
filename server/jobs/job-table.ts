/**
 * Every job there is, with what it is told: ids only, never anything about a person. What must happen and by when stands
 * in rows of ours; a job only wakes us.
 */
export type JobPayloads = {
  'send-message': { readonly cityCode: string; readonly matterId: string; readonly messageId: string };
  /** Wakes messages whose job was lost, as after a restored backup. */
  'sweep-messages': { readonly cityCode: string };
  /** Goes through the open matters for the rules of levels in force, where that has not been done. */
  'follow-levels': { readonly cityCode: string };
  /** Tells of colours that became graver by the passing of time. */
  'tick-levels': { readonly cityCode: string };
  /** Reckons provisional days again where the year's holidays are published now. */
  'recount-clocks': { readonly cityCode: string };
  /** Makes a file that somebody asked to take away. */
  'make-export': { readonly cityCode: string; readonly exportId: string };
  /** Begins files anew whose making died, and takes away those that were kept long enough. */
  'sweep-exports': { readonly cityCode: string };
  /** Checks a ledger, or brings it in, from where that was cut short. */
  'work-on-import': { readonly cityCode: string; readonly importId: string };
  /** Takes up again what died, and takes away files that were kept long enough. */
  'sweep-imports': { readonly cityCode: string };
  /** Takes away what has had its time. */
  prune: { readonly cityCode: string };
};
export type JobName = keyof JobPayloads;
export type Job = {
  readonly [Name in JobName]: { readonly name: Name; readonly payload: JobPayloads[Name] };
}[JobName];

type JobSettings = {
  /** How many of them one process does at a time. */
  readonly atOnce: number;
  /** A job that takes longer is taken to have died, and is done again. */
  readonly secondsAtMost: number;
  /** By the city's clock, in the form of cron; absent for what is only done when it is asked for. */
  readonly schedule?: string;
};

/** A new job is a row here and a line in `perform.ts`. */
export const jobTable: Readonly<Record<JobName, JobSettings>> = {
  'send-message': { atOnce: 4, secondsAtMost: 90 },
  'sweep-messages': { atOnce: 1, secondsAtMost: 300, schedule: '*/10 * * * *' },
  'follow-levels': { atOnce: 1, secondsAtMost: 3600, schedule: '*/10 * * * *' },
  'tick-levels': { atOnce: 1, secondsAtMost: 900, schedule: '*/5 * * * *' },
  'recount-clocks': { atOnce: 1, secondsAtMost: 3600, schedule: '40 3 * * *' },
  'make-export': { atOnce: 1, secondsAtMost: 3600 },
  'sweep-exports': { atOnce: 1, secondsAtMost: 300, schedule: '*/5 * * * *' },
  'work-on-import': { atOnce: 2, secondsAtMost: 3600 },
  'sweep-imports': { atOnce: 1, secondsAtMost: 300, schedule: '*/2 * * * *' },
  prune: { atOnce: 1, secondsAtMost: 600, schedule: '20 3 * * *' },
};
export const jobNames = Object.keys(jobTable) as JobName[];
