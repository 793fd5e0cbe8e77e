import { compareReplay, type Difference, isWrong } from '#domain/roadmap/compare-replay.ts';
import { replay } from '#domain/roadmap/replay.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { countMatters, type KeptMatter, matterOfCode, nextMatters } from './replay-matters.queries.ts';

/** A difference with what a reader knows the matter and the clock by. */
export type FoundDifference = Difference & { readonly code: string; readonly step: string | null };

export type ReplayCounts = {
  readonly matters: number;
  readonly clocks: number;
  readonly differences: number;
  /** Running clocks whose day a calendar published since would move. */
  readonly toBeRecounted: number;
};

export type ReplayOptions = {
  /** Only this matter. */
  readonly code?: string | undefined;
  /** Only the matters whose ids follow this one: an earlier replay came so far. */
  readonly after?: string | undefined;
  readonly onDifference?: (difference: FoundDifference) => void;
  readonly onProgress?: (progress: {
    readonly share: number;
    readonly matters: number;
    readonly lastId: string;
  }) => void;
};

/** So many matters with all their events are some megabytes, and told in a fraction of a second. */
const mattersAtOnce = 200;

type ReplayServices = Pick<Services, 'db' | 'pack' | 'calendar' | 'calendars'>;

/**
 * Reckons every clock of every matter of the city again from its events and compares it with what is stored, a part at a
 * time and each part as it stood at one moment, so that others go on working meanwhile. Answers null where the matter
 * asked for is not there.
 */
export async function replayMatters(
  services: ReplayServices,
  options: ReplayOptions = {},
): Promise<ReplayCounts | null> {
  const { code, after, onDifference, onProgress } = options;
  const cityCode = services.pack.city.code;
  const context = { cityCode, role: 'program' } as const;
  let counts: ReplayCounts = { matters: 0, clocks: 0, differences: 0, toBeRecounted: 0 };
  const take = (matter: KeptMatter): void => {
    const found = replayMatter(services, matter);
    const wrong = found.filter(isWrong).length;
    counts = {
      matters: counts.matters + 1,
      clocks: counts.clocks + matter.clocks.length,
      differences: counts.differences + wrong,
      toBeRecounted: counts.toBeRecounted + found.length - wrong,
    };
    for (const difference of found) onDifference?.(difference);
  };

  if (code !== undefined) {
    const matter = await inTransaction(services, context, (trx) => matterOfCode(trx, cityCode, code));
    if (matter === undefined) return null;
    take(matter);
    return counts;
  }
  let lastId = after ?? null;
  const total = await inTransaction(services, context, (trx) => countMatters(trx, cityCode, lastId));
  for (;;) {
    const part = await inTransaction(services, context, (trx) =>
      nextMatters(trx, cityCode, lastId, mattersAtOnce),
    );
    for (const matter of part) take(matter);
    lastId = part.at(-1)?.id ?? lastId;
    // Some may have come in meanwhile.
    if (lastId !== null)
      onProgress?.({ share: Math.min(counts.matters / total, 1), matters: counts.matters, lastId });
    if (part.length < mattersAtOnce) return counts;
  }
}

function replayMatter({ calendar, calendars }: ReplayServices, matter: KeptMatter): FoundDifference[] {
  const replayed = replay(matter.events, calendars.at);
  const steps = new Map([...matter.clocks, ...replayed.clocks].map(({ id, step }) => [id, step]));
  return compareReplay(matter, replayed, calendar).map((difference) => ({
    ...difference,
    code: matter.code,
    step: steps.get(difference.clockId ?? '') ?? null,
  }));
}
