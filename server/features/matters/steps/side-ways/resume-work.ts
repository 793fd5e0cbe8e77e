import type { MatterUseCase } from '../use-case.ts';

/** 恢复: the work goes on. */
export const resumeWork: MatterUseCase<'resume'> = {
  action: 'resume',
  plan: ({ note }) => ({ command: { action: 'resume' }, ...(note && { sealed: { text: note } }) }),
};
