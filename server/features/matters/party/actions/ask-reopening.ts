import type { PartyUseCase } from '../../steps/use-case.ts';

/** 请求重新办理: whoever brought the matter says what is new or was not kept; the leading centre answers within its limit. */
export const askReopening: PartyUseCase<{ version: number; text: string }> = {
  action: 'ask-reopening',
  plan: ({ text }) => ({ sealed: { text } }),
};
