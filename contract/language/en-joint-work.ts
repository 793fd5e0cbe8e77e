/** The words of joint work, merging and splitting, in English; the same keys as `zh-joint-work.ts`. */
import type * as zh from './zh-joint-work.ts';

type Same<Topic> = Readonly<Record<keyof Topic, string>>;

export const taskStatuses = {
  open: 'Waiting for an answer',
  answered: 'Answered',
  returned: 'Returned',
  waived: 'Waived',
  lapsed: 'Ended with the matter',
} as const satisfies Same<typeof zh.taskStatuses>;

export const matterRelations = {
  'merged-into': 'Merged into',
  absorbed: 'Merged into this one',
  'split-from': 'Split from',
  'split-off': 'Split off',
} as const satisfies Same<typeof zh.matterRelations>;

export const jointWork = {
  actions: {
    'ask-assistance': 'Ask for assistance',
    'answer-task': 'Answer the task',
    'return-task': 'Return the task',
    'waive-task': 'Waive a task',
    merge: 'Merge',
    split: 'Split',
  },
  steps: { assist: 'Assist' },
  outcomes: { merged: 'Merged into another matter' },
  events: {
    'ask-assistance': 'Asked {unit} to assist',
    'answer-task': 'Task answered',
    'return-task': 'Task returned',
    'waive-task': 'Waived the task of {unit}',
    merge: 'Merged into {code}',
    absorb: '{code} was merged into this matter',
    split: 'Split off {code}',
  },
  facts: {
    receivedOn: 'First received',
    partiesBrought: 'Parties brought along',
    papersBrought: 'Papers brought along',
  },
  queueReasons: {
    assisting: 'Your office is asked to assist',
    'tasks-late': '{tasks} assisting {tasks|office|offices} late',
    'tasks-open': 'waiting for {tasks} assisting {tasks|office|offices}',
  },
  errors: {
    'open-tasks':
      'Assisting offices have not answered yet: {units}. Wait for them, or have a supervisor waive the task with reasons.',
    'no-open-task': 'This office has no open task here.',
    'takes-part-already': 'This office works on the matter already; it need not be asked to assist.',
    'merged-stays': 'This matter was merged into another and goes on there. It cannot be taken up apart.',
    'merges-itself': 'A matter cannot be merged into itself.',
    'merge-too-late': 'The other matter has an outcome already or has ended; nothing can be merged into it.',
    'merge-other-lead':
      'Your centre does not lead both matters. Hand one of them over first, so that one centre leads both.',
    'merge-from-sealed':
      'This matter is sealed, and merging would open it to more readers. Unseal it first, or seal the other one too.',
    'merge-loses-flag':
      'This matter has a safety flag and the other has none. Flags are not copied: set it on the other one as things stand now, then merge.',
    'too-many-parties': 'Together they would have more than {limit} parties; they cannot be merged.',
    'into-not-found': 'The matter to merge into was not found, or you may not see it.',
    'into-changed': 'The matter to merge into has just changed. Look at how it stands now and submit again.',
    'unknown-paper': 'Not every paper named is in this matter.',
  },
} as const satisfies { [Topic in keyof typeof zh.jointWork]: Same<(typeof zh.jointWork)[Topic]> };
