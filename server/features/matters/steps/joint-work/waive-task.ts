import type { MatterUseCase } from '../use-case.ts';

/** 免除协办: the lead's supervisor lets the matter go on without the answer, and says why. */
export const waiveTask: MatterUseCase<'waive-task'> = {
  action: 'waive-task',
  plan: ({ unitId, reason }) => ({
    command: { action: 'waive-task', unitId },
    data: { unitId },
    sealed: { text: reason },
  }),
};
