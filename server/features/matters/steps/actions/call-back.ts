import type { MatterUseCase } from '../use-case.ts';

/** 回访: somebody other than the handler asks the applicant; dissatisfied, it goes back to be handled again. */
export const callBack: MatterUseCase<'call-back'> = {
  action: 'call-back',
  plan: ({ result, text, rating }, { today }) => ({
    command: { action: 'call-back', result, on: today },
    data: { result, ...(rating !== undefined && { rating }) },
    ...(text && { sealed: { text } }),
  }),
};
