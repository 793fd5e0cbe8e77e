import type { MatterUseCase } from '../use-case.ts';

/** 不予重新办理: whoever asked is told why not. */
export const declineReopening: MatterUseCase<'decline-reopening'> = {
  action: 'decline-reopening',
  plan: ({ reason }) => ({ command: { action: 'decline-reopening' }, sealed: { text: reason } }),
};
