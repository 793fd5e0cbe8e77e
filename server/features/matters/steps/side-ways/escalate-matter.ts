import type { MatterUseCase } from '../use-case.ts';

/** 上报: offered to the centre above, which takes it over or returns it with reasons. */
export const escalateMatter: MatterUseCase<'escalate'> = {
  action: 'escalate',
  plan: ({ reason }) => ({ command: { action: 'escalate' }, sealed: { text: reason } }),
};
