import type { PartyUseCase } from '../../steps/use-case.ts';

/** 撤回: whoever brought the matter ends it, with a reason in their own words. */
export const takeBack: PartyUseCase<{ version: number; text: string }> = {
  action: 'take-back',
  plan: ({ text }) => ({ data: { outcome: 'withdrawn' }, sealed: { text } }),
};
