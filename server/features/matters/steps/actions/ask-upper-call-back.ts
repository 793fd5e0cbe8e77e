import type { MatterUseCase } from '../use-case.ts';

/** Where no second person exists, the upper centre verifies. */
export const askUpperCallBack: MatterUseCase<'ask-upper-call-back'> = {
  action: 'ask-upper-call-back',
  plan: ({ note }) => ({
    command: { action: 'ask-upper-call-back' },
    ...(note && { sealed: { text: note } }),
  }),
};
