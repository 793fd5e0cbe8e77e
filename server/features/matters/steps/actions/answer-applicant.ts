import type { MatterUseCase } from '../use-case.ts';

/** 反馈: the applicant is told the outcome, and the centre has its turn to call back. */
export const answerApplicant: MatterUseCase<'answer'> = {
  action: 'answer',
  plan: ({ text, by }) => ({
    command: { action: 'answer' },
    data: { by },
    sealed: { text },
    searchText: text,
  }),
};
