import type { MatterUseCase } from '../use-case.ts';

/** 中止: the office cannot go on for now, and says by when it means to. No limit stops for it. */
export const suspendWork: MatterUseCase<'suspend'> = {
  action: 'suspend',
  plan: ({ reason, resumeBy }, { today }) => ({
    command: { action: 'suspend', on: today, resumeBy },
    data: { resumeBy },
    sealed: { text: reason },
  }),
};
