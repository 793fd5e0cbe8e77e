import type { MatterUseCase } from '../use-case.ts';

/** 重新办理: with a reason, and at least the city's minimum of time. */
export const reopenMatter: MatterUseCase<'reopen'> = {
  action: 'reopen',
  plan: ({ reason }) => ({ command: { action: 'reopen' }, sealed: { text: reason } }),
};
