import { isPostedAt } from '#server/features/access/public.ts';
import type { MatterUseCase } from '../change-matter.ts';

/** 指定承办人: a colleague posted at the same office as handler or mediator takes it on. */
export const assignHandler: MatterUseCase<'assign'> = {
  action: 'assign',
  plan: async ({ handlerUserId }, { services, trx, actor, matter, today }) => ({
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
  }),
};
