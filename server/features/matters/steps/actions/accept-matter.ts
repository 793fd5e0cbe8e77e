import type { MatterUseCase } from '../use-case.ts';

/** 受理: the centre takes the matter on. */
export const acceptMatter: MatterUseCase<'accept'> = {
  action: 'accept',
  plan: ({ note }) => ({ command: { action: 'accept' }, ...(note && { sealed: { text: note } }) }),
};
