import { destinationOf } from '../destination.ts';
import type { MatterUseCase } from '../use-case.ts';

/** 请求协办: another office is asked for its part, with a limit of its own. */
export const askAssistance: MatterUseCase<'ask-assistance'> = {
  action: 'ask-assistance',
  plan: ({ unitId, text, days }, { services }) => ({
    command: { action: 'ask-assistance', taskId: services.newId(), to: destinationOf(services, unitId) },
    data: { unitId },
    sealed: { text },
    assistDays: days,
  }),
};
