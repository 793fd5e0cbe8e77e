import type { MatterUseCase } from '../use-case.ts';

/** 不予受理: with reasons, and the lawful ways that remain told. */
export const declineMatter: MatterUseCase<'decline'> = {
  action: 'decline',
  plan: ({ reason, remedies }) => ({
    command: { action: 'decline' },
    data: { remedies },
    sealed: { text: reason },
  }),
};
