import { refuse } from '#server/app/refusal.ts';
import { isPostedAt } from '#server/features/access/public.ts';
import { readingNow } from '../side-ways/sealed-reading.queries.ts';
import type { MatterUseCase } from '../use-case.ts';

/** 指定承办人: a colleague posted at the same office as handler or mediator takes it on. */
export const assignHandler: MatterUseCase<'assign'> = {
  action: 'assign',
  plan: async ({ handlerUserId }, { services, trx, actor, matter, today }) => {
    if (matter.sealGround !== null) {
      const reading = await readingNow(trx, actor.cityCode, matter.id);
      const here = reading.filter(({ unitId }) => unitId === matter.holderUnitId);
      if (!here.some(({ readers }) => readers?.includes(handlerUserId) ?? true)) {
        refuse(422, 'handler-not-a-reader', { field: 'handlerUserId' });
      }
    }
    return {
      command: {
        action: 'assign',
        handlerUserId,
        isPostedHere: await isPostedAt(services, trx, {
          cityCode: actor.cityCode,
          userId: handlerUserId,
          unitId: matter.holderUnitId,
          roles: ['handler', 'mediator'],
          today,
        }),
      },
    };
  },
};
