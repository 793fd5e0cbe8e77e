import type { MatterUseCase } from '../use-case.ts';

/** 撤回: the applicant takes the matter back before an office has it. */
export const withdrawMatter: MatterUseCase<'withdraw'> = {
  action: 'withdraw',
  plan: ({ reason }) => ({
    command: { action: 'withdraw' },
    data: { outcome: 'withdrawn' },
    sealed: { text: reason },
  }),
};
