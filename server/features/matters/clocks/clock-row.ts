import type { Step } from '#domain/matters/vocabulary.ts';
import type { CountingCode, LimitUnit } from '#domain/roadmap/counting.ts';
import type { AskedChange, KeptExtension, KeptPause } from '#domain/roadmap/procedures/clock-change.ts';
import type { ProcedureClock } from '#domain/roadmap/procedures/procedure.ts';
import type { ProcedureClockCode } from '#domain/roadmap/procedures/run-clocks.ts';

/** A clock as it is stored. */
export type ClockRow = {
  readonly id: string;
  /** A step of the path, or a clock of a procedure: `petition-handling/decide`. */
  readonly step: Step | ProcedureClockCode;
  readonly startedOn: string;
  readonly count: number;
  readonly unit: LimitUnit;
  readonly counting: CountingCode;
  readonly dueOn: string;
  readonly isProvisional: boolean;
  readonly source: string;
  /** A window of the parties' own makes nobody late. */
  readonly owedBy: ProcedureClock['owedBy'];
  readonly pauses: readonly KeptPause[];
  readonly extensions: readonly KeptExtension[];
  readonly asked: AskedChange | null;
  /** The procedure to which it belongs. */
  readonly runId: string | null;
  readonly endedOn?: string | null;
  /** Of an assisting office's own task; it does not make the matter due. */
  readonly taskId?: string | null;
  /** The merged or split matter in which it was counted before. */
  readonly carriedFrom?: string | null;
};

/** The limits of the matter itself; those of assisting offices stand with their tasks. */
export function ownClocks<Clock extends { readonly taskId?: string | null }>(
  clocks: readonly Clock[],
): Clock[] {
  return clocks.filter(({ taskId = null }) => taskId === null);
}

/** Those by which somebody owes the matter something; the parties' windows only tell them how long they may. */
export function owedClocks<Clock extends Pick<ClockRow, 'taskId' | 'owedBy'>>(
  clocks: readonly Clock[],
): Clock[] {
  return ownClocks(clocks).filter(({ owedBy }) => owedBy !== 'party');
}
