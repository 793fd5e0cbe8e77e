import { useCallback, useEffect, useRef, useState } from 'react';
import type { LevelChange, LevelCounts, LevelRows, TryLevelsAnswer } from '#contract/levels/level-rules.ts';
import { request } from '../../app/api/request.ts';

/** A trial, added up from its parts as they come. */
export type Trial = {
  /** The rules that are tried; null before the first trial. */
  readonly rows: LevelRows | null;
  readonly isRunning: boolean;
  readonly error: unknown;
  readonly since: string;
  readonly done: number;
  readonly total: number;
  readonly inForce: LevelCounts;
  readonly draft: LevelCounts;
  readonly changed: number;
  readonly changes: readonly LevelChange[];
};

const none: LevelCounts = { none: 0, blue: 0, yellow: 0, orange: 0, red: 0 };
export const untried: Trial = {
  rows: null,
  isRunning: false,
  error: null,
  since: '',
  done: 0,
  total: 0,
  inForce: none,
  draft: none,
  changed: 0,
  changes: [],
};

/** Tries rules part by part; a new trial, or leaving the page, ends the one that runs. */
export function useTrial(): Trial & { start: (rows: LevelRows) => void; stop: () => void } {
  const [trial, setTrial] = useState(untried);
  const running = useRef<AbortController>(undefined);
  const stop = useCallback(() => {
    running.current?.abort();
    setTrial((now) => ({ ...now, isRunning: false }));
  }, []);
  useEffect(() => () => running.current?.abort(), []);
  const start = useCallback((rows: LevelRows) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setTrial({ ...untried, rows, isRunning: true });
    const go = async (): Promise<void> => {
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const body = { rows, ...(cursor && { cursor }) };
        const part = await request<TryLevelsAnswer>('/api/v1/levels/try', { method: 'POST', body, signal });
        if (signal.aborted) return;
        cursor = part.cursor;
        setTrial((now) => ({ ...added(now, part), isRunning: part.cursor !== null }));
      }
    };
    go().catch((error: unknown) => {
      if (!signal.aborted) setTrial((now) => ({ ...now, isRunning: false, error }));
    });
  }, []);
  return { ...trial, start, stop };
}

export function added(trial: Trial, part: TryLevelsAnswer): Trial {
  return {
    ...trial,
    since: part.since,
    done: part.done,
    total: part.total,
    inForce: sum(trial.inForce, part.inForce),
    draft: sum(trial.draft, part.draft),
    changed: trial.changed + part.changed,
    changes: [...trial.changes, ...part.changes],
  };
}

function sum(one: LevelCounts, other: LevelCounts): LevelCounts {
  return {
    none: one.none + other.none,
    blue: one.blue + other.blue,
    yellow: one.yellow + other.yellow,
    orange: one.orange + other.orange,
    red: one.red + other.red,
  };
}
