import type { Status } from './vocabulary.ts';

/** The stages a person sees, fewer than the statuses: 登记 受理 分流 办理 反馈 回访 归档. */
export const stages = ['register', 'accept', 'route', 'handle', 'answer', 'call-back', 'close'] as const;
export type Stage = (typeof stages)[number];

const stageNow: Readonly<Record<Status, Stage | null>> = {
  registered: 'accept',
  accepted: 'route',
  offered: 'route',
  disputed: 'route',
  handling: 'handle',
  resolved: 'answer',
  answered: 'call-back',
  'called-back': 'close',
  closed: null,
  declined: null,
};

/**
 * The path as it stands: what is done, what is now, what comes. A declined matter ends after registration; one that
 * ended early shows only the stages it passed.
 */
export function pathOf(
  status: Status,
  reached: ReadonlyMap<Stage, string>,
): { readonly stage: Stage; readonly state: 'done' | 'now' | 'next'; readonly on?: string }[] {
  const now = stageNow[status];
  const ended = now === null;
  const position = now === null ? stages.length : stages.indexOf(now);
  return stages
    .map((stage, index) => {
      const on = reached.get(stage);
      const state = index < position ? 'done' : index === position ? 'now' : 'next';
      return { stage, state, ...(on !== undefined && state === 'done' && { on }) } as const;
    })
    .filter(({ stage }) => !ended || stage === 'register' || reached.has(stage));
}

/** The stage that an event of this type completed, if it completed one. */
export function stageDone(eventType: string): Stage | null {
  const done: Readonly<Record<string, Stage>> = {
    register: 'register',
    import: 'register',
    accept: 'accept',
    'accept-hand-over': 'route',
    decide: 'route',
    'record-outcome': 'handle',
    answer: 'answer',
    'call-back': 'call-back',
    close: 'close',
    'close-not-reached': 'close',
    withdraw: 'close',
    'take-back': 'close',
  };
  return done[eventType] ?? null;
}
