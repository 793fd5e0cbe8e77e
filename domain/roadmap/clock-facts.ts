import type { CountingCode, LimitUnit } from './counting.ts';
import type { KeptExtension, KeptPause } from './procedures/clock-change.ts';
import type { ProcedureClock } from './procedures/procedure.ts';
import type { Run } from './procedures/run.ts';

/** From what a clock's day is counted; days are ISO days of the city. */
export type CountedClock = {
  readonly startedOn: string;
  readonly count: number;
  readonly unit: LimitUnit;
  readonly counting: CountingCode;
  readonly pauses: readonly KeptPause[];
  readonly extensions: readonly KeptExtension[];
};

/** What was counted from it. */
export type DueDay = { readonly dueOn: string; readonly isProvisional: boolean };

export type OpenedFact = CountedClock &
  DueDay & {
    readonly id: string;
    readonly step: string;
    readonly owedBy: ProcedureClock['owedBy'];
    readonly runId: string | null;
    readonly taskId?: string | null;
    readonly carriedFrom?: string | null;
  };
export type EndedFact = { readonly id: string; readonly on: string };
export type ChangedFact = Pick<OpenedFact, 'id' | 'pauses' | 'extensions' | 'dueOn' | 'isProvisional'>;

/** What the clear data of an event says of clocks and procedures: enough to reckon every day again from events alone. */
export type ClockFacts = {
  readonly opened?: readonly OpenedFact[] | null;
  readonly ended?: readonly EndedFact[] | null;
  readonly changed?: readonly ChangedFact[] | null;
  /** The procedures that began, went on or ended, as they stood then. */
  readonly runs?: readonly Run[] | null;
};
