type Running = {
  readonly dueOn: string;
  readonly startedOn: string;
  /** Of an assisting office's own task. */
  readonly taskId?: string | null;
  readonly owedBy: string;
};

/**
 * The running clock by which a matter is due. What another office owes has its own place, and a window of the parties'
 * own makes nobody late.
 */
export function dueFirst<Clock extends Running>(running: readonly Clock[]): Clock | undefined {
  return running
    .filter(({ taskId = null, owedBy }) => taskId === null && owedBy !== 'party')
    .toSorted(
      (one, other) => one.dueOn.localeCompare(other.dueOn) || one.startedOn.localeCompare(other.startedOn),
    )[0];
}
