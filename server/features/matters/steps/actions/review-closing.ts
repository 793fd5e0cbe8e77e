import type { MatterUseCase } from '../use-case.ts';

/** 抽查: the supervisor confirms a closing without call-back, or has it called back after all. */
export const reviewClosing: MatterUseCase<'review-closing'> = {
  action: 'review-closing',
  plan: ({ isConfirmed, text }) => ({
    command: { action: 'review-closing', isConfirmed },
    data: { isConfirmed },
    sealed: { text },
  }),
};
