import type { MatterUseCase } from '../change-matter.ts';

/** 重新办理: with a reason, and at least the city's minimum of time. */
export const reopenMatter: MatterUseCase<'reopen'> = {
  action: 'reopen',
  plan: ({ reason }) => ({ command: { action: 'reopen' }, sealed: { text: reason } }),
};
