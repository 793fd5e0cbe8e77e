import type { MatterUseCase } from '../use-case.ts';

/** 退回协办: it is not for this office, which takes no further part. */
export const returnTask: MatterUseCase<'return-task'> = {
  action: 'return-task',
  plan: ({ reason }, { actor }) => ({
    command: { action: 'return-task' },
    data: { unitId: actor.unitId },
    sealed: { text: reason },
  }),
};
