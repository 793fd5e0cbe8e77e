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
    .toSorted((one, other) => order(one.dueOn, other.dueOn) || order(one.startedOn, other.startedOn))[0];
}

/** ISO days stand in their order as texts; comparing them as a language would is dear. */
const order = (one: string, other: string): number => Number(one > other) - Number(one < other);
