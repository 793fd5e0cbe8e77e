import { daysOff, oddHours, openedContents, type UnusualRule } from '#domain/audit/unusual-openings.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { type Narrowed, whoIs } from './behind-fact.queries.ts';
import { instantsOf } from './period.ts';

type Asked = {
  readonly behind?: UnusualRule;
  readonly region?: string;
  readonly user?: string;
  readonly fromDay?: string;
  readonly untilDay?: string;
};

/** The openings behind a fact: of one account, in its days, those that the rule counts. */
export async function openingsBehind(services: Services, trx: Trx, asked: Asked): Promise<Narrowed | null> {
  const { behind, region = null, user, fromDay, untilDay } = asked;
  if (behind === undefined) return null;
  if (user === undefined || fromDay === undefined || untilDay === undefined) {
    refuse(400, 'invalid-input', { field: 'behind' });
  }
  const { fromAt, beforeAt } = instantsOf(services, { fromDay, untilDay });
  const person = await whoIs(trx, user);
  const byContent = {
    whats: [...openedContents],
    odd: null,
    matters: null,
  };
  switch (behind) {
    case 'outside-in-a-day':
    case 'outside-in-a-week':
      return { ...byContent, whats: ['purpose'] };
    case 'many-look-ups':
      return { ...byContent, whats: ['look-up'] };
    case 'odd-hours': {
      const off = daysOff(services.calendar, fromDay, untilDay);
      return { ...byContent, odd: { zone: services.pack.city.zone, daysOff: off, ...oddHours } };
    }
    case 'one-place':
    case 'sealed-file':
      return {
        ...byContent,
        matters: { person, fromAt, beforeAt, isSealed: behind === 'sealed-file', region },
      };
  }
}
