import type { MatterUseCase } from '../use-case.ts';

/** 答复协办: the assisting office says what it found or did; it may read on. */
export const answerTask: MatterUseCase<'answer-task'> = {
  action: 'answer-task',
  plan: ({ text }, { actor }) => ({
    command: { action: 'answer-task' },
    data: { unitId: actor.unitId },
    sealed: { text },
  }),
};
