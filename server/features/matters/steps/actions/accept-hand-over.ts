import type { MatterUseCase } from '../use-case.ts';

/** 接收: the office takes what it was offered; whoever accepts for a department becomes the handler. */
export const acceptHandOver: MatterUseCase<'accept-hand-over'> = {
  action: 'accept-hand-over',
  plan: ({ note }) => ({ command: { action: 'accept-hand-over' }, ...(note && { sealed: { text: note } }) }),
};
