import type { MatterUseCase } from '../use-case.ts';

/** 归档: everything is done and verified. */
export const closeMatter: MatterUseCase<'close'> = {
  action: 'close',
  plan: ({ note }) => ({ command: { action: 'close' }, ...(note && { sealed: { text: note } }) }),
};
