import { missingInOutcome } from '#domain/matters/outcome.ts';
import { refuse } from '#server/app/refusal.ts';
import type { MatterUseCase } from '../use-case.ts';

/** 登记结果: how handling ended, with what the law wants told in each case. */
export const recordOutcome: MatterUseCase<'record-outcome'> = {
  action: 'record-outcome',
  plan: (body) => {
    const { outcome, text, remedies, destination, reference } = body;
    const missing = missingInOutcome(body);
    if (missing !== null) refuse(422, missing.code, { field: missing.field });
    return {
      command: { action: 'record-outcome', outcome },
      data: { outcome, ...(remedies && { remedies }) },
      sealed: { text, facts: { ...(destination && { destination }), ...(reference && { reference }) } },
      searchText: text,
    };
  },
};
