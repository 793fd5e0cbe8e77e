import { clockChangeRefusals } from '#domain/roadmap/procedures/clock-change.ts';
import type { Procedure } from '#domain/roadmap/procedures/procedure.ts';
import { type endRun, type noteInRun, runRefusals, type StartRun } from '#domain/roadmap/procedures/run.ts';
import type { Destination, Matter } from './matter.ts';
import { type Absorbing, mergeRefusals } from './merge.ts';
import { resumptionRefusals } from './suspension.ts';
import type { Action, CallBackResult, RecordedOutcome, SealGround, Status } from './vocabulary.ts';

/** What somebody asks to be done, with only what the rules need of it. */
export type Command =
  | { readonly action: PlainAction }
  | { readonly action: 'route' | 'decide'; readonly to: Destination }
  | { readonly action: 'assign'; readonly handlerUserId: string; readonly isPostedHere: boolean }
  | { readonly action: 'record-outcome'; readonly outcome: RecordedOutcome }
  | { readonly action: 'call-back'; readonly result: CallBackResult; readonly on: string }
  | { readonly action: 'close-not-reached'; readonly isDrawn: boolean }
  | { readonly action: 'review-closing'; readonly isConfirmed: boolean }
  | { readonly action: 'ask-assistance'; readonly taskId: string; readonly to: Destination }
  | { readonly action: 'waive-task'; readonly unitId: string }
  | { readonly action: 'merge'; readonly into: Absorbing }
  | { readonly action: 'transfer'; readonly to: Destination }
  | { readonly action: 'suspend'; readonly on: string; readonly resumeBy: string }
  | { readonly action: 'seal'; readonly ground: SealGround; readonly isHandlerReader: boolean }
  | { readonly action: 'unlink'; readonly isLast: boolean }
  | ({ readonly action: 'start-procedure' } & StartRun & { readonly kind: string })
  | ({ readonly action: 'note-procedure' } & Parameters<typeof noteInRun>[1])
  | ({ readonly action: 'end-procedure' } & Parameters<typeof endRun>[1])
  | { readonly action: 'choose-procedure'; readonly procedure: Procedure; readonly isRefused: boolean };

/** The actions of which the rules need to know nothing but that they are taken. */
type PlainAction = Exclude<
  Action,
  | 'route'
  | 'decide'
  | 'assign'
  | 'record-outcome'
  | 'call-back'
  | 'close-not-reached'
  | 'review-closing'
  | 'ask-assistance'
  | 'waive-task'
  | 'merge'
  | 'transfer'
  | 'suspend'
  | 'seal'
  | 'unlink'
  | 'start-procedure'
  | 'note-procedure'
  | 'end-procedure'
  | 'choose-procedure'
>;

/** What a step changes of the matter; what is not named stays. */
export type Change = { readonly status: Status } & Partial<
  Omit<Matter, 'status' | 'version' | 'isAnonymous'>
>;

export const stepRefusals = [
  'wrong-state',
  'not-your-part',
  'not-your-role',
  'handler-may-not-verify',
  'colleague-can-call-back',
  'no-upper-centre',
  'not-reached-too-few',
  'not-sampled',
  'department-of-another-centre',
  'not-posted-here',
  'not-your-seat',
  'already-rated',
  'reopening-asked-already',
  'reopening-not-asked',
  'open-tasks',
  'no-open-task',
  'takes-part-already',
  'merged-stays',
  ...mergeRefusals,
  'suspended',
  'not-suspended',
  'not-linked',
  'not-sealed',
  'there-already',
  ...resumptionRefusals,
  ...runRefusals,
  ...clockChangeRefusals,
] as const;
export type StepRefusal = (typeof stepRefusals)[number];

export type StepResult =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly refusal: StepRefusal };
