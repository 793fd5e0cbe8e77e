import { refuse } from '#server/app/refusal.ts';
import type { MatterUseCase } from '../use-case.ts';

/** 当事人选择: which lawful way the parties choose, or that one of them does not want a voluntary one and was told what else. */
export const chooseProcedure: MatterUseCase<'choose-procedure'> = {
  action: 'choose-procedure',
  plan({ procedure: key, isRefused, seats, remedies = [], text }, { services, today }) {
    const procedure = services.roadmap.inForce(today).find((one) => one.key === key);
    if (procedure === undefined || procedure.heldBy === 'step')
      refuse(422, 'unknown-procedure', { field: 'procedure' });
    // 人民调解法 26: whoever is not mediated is told what else the law offers.
    if (isRefused && remedies.length === 0) refuse(422, 'remedies-missing', { field: 'remedies' });
    return {
      command: { action: 'choose-procedure', procedure, isRefused },
      data: { procedure: key, choice: isRefused ? 'refused' : 'chosen', seats, remedies },
      ...(text !== undefined && { sealed: { text } }),
    };
  },
};
