import type { MatterUseCase } from '../use-case.ts';

/** 退回: not for this office, and why. The second return goes to the upper centre, which decides. */
export const returnHandOver: MatterUseCase<'return-hand-over'> = {
  action: 'return-hand-over',
  plan: ({ reason }) => ({ command: { action: 'return-hand-over' }, sealed: { text: reason } }),
};
