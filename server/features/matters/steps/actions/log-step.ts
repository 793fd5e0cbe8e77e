import { Temporal } from 'temporal-polyfill';
import { refuse } from '#server/app/refusal.ts';
import type { MatterUseCase } from '../use-case.ts';

/** 记一笔: a contact, a visit, a word for the file; told later, it keeps the time at which it happened. */
export const logStep: MatterUseCase<'log-step'> = {
  action: 'log-step',
  plan: ({ kind, text, occurredAt }, { services }) => {
    if (occurredAt !== undefined && Temporal.Instant.compare(occurredAt, services.clock.now()) > 0) {
      refuse(422, 'in-the-future', { field: 'occurredAt' });
    }
    return {
      command: { action: 'log-step' },
      data: { stepKind: kind },
      sealed: { text },
      ...(occurredAt !== undefined && { occurredAt }),
    };
  },
};
