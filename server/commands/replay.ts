import { formatMatterCode, parseMatterCode } from '#domain/matters/matter-code.ts';
import { isWrong } from '#domain/roadmap/compare-replay.ts';
import type { Services } from '#server/app/services.ts';
import { type FoundDifference, replayMatters } from '#server/features/matters/public.ts';
import { showProgress } from './progress.ts';

export type ReplayCommand = {
  readonly all?: boolean | undefined;
  /** Only the matter of this code. */
  readonly matter?: string | undefined;
  /** Only those that follow this id. */
  readonly after?: string | undefined;
};

export type ReplayTerminal = {
  readonly isTerminal: boolean;
  /** What was found. */
  print(line: string): void;
  /** How far it is. */
  tell(line: string): void;
};

/**
 * `hejie replay`: every clock reckoned again from the events, each difference in a line of its own, the counts in the
 * last. Answers whether all was as the events tell it; clocks that wait to be recounted are told and are no fault.
 */
export async function replayCommand(
  services: Services,
  { all, matter, after }: ReplayCommand,
  { isTerminal, print, tell }: ReplayTerminal,
): Promise<boolean> {
  if ((all === true) === (matter !== undefined))
    throw new Error('Say --all, or --matter with the code of one.');
  if (after !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(after))
    throw new Error(`"${after}" is no id of a matter.`);
  const read = matter === undefined ? undefined : parseMatterCode(matter);
  if (read?.ok === false) throw new Error(`"${matter}" is no code of a matter.`);
  const progress = showProgress('matters', { isTerminal, print: tell });
  let lastId = after;
  const stopped = (): void => {
    progress.stop();
    if (lastId !== undefined) tell(`Stopped. Go on with: npx hejie replay --all --after ${lastId}`);
  };
  process.once('SIGINT', stopped).once('SIGTERM', stopped);
  try {
    const counts = await replayMatters(services, {
      code: read?.code,
      after,
      onDifference: (difference) => print(lineOf(difference)),
      onProgress: ({ share, matters, lastId: last }) => {
        lastId = last;
        progress.show(share, matters);
      },
    });
    progress.stop();
    if (counts === null) throw new Error(`There is no matter ${matter}.`);
    const { matters, clocks, differences, toBeRecounted } = counts;
    if (toBeRecounted > 0) print(`${toBeRecounted} running clocks to be recounted by the calendar of today`);
    print(`replayed ${matters} matters, ${clocks} clocks, ${differences} differences`);
    return differences === 0;
  } finally {
    progress.stop();
    process.off('SIGINT', stopped).off('SIGTERM', stopped);
  }
}

/** `2026-7K3M-Q9ZA accept 0197…: dueOn is stored as 2026-03-05, the events tell 2026-03-04`. */
function lineOf(difference: FoundDifference): string {
  const { kind, code, step, clockId, field, stored, replayed } = difference;
  const where = [formatMatterCode(code), step, clockId].filter(Boolean).join(' ');
  if (!isWrong(difference))
    return `${where}: to be recounted, due on ${stored}, by the calendar of today ${replayed}`;
  if (kind === 'event') return `${where}: ${field} cannot be: ${stored}`;
  if (kind === 'missing') return `${where}: ${field} is not stored, the events tell of it`;
  if (kind === 'unknown') return `${where}: ${field} is stored, no event tells of it`;
  return `${where}: ${field} is stored as ${stored ?? 'nothing'}, the events tell ${replayed ?? 'nothing'}`;
}
