import { destinationOf } from '../destination.ts';
import type { MatterUseCase } from '../use-case.ts';

/** 分流: the centre offers the matter to a department, its own mediators or another centre. */
export const routeMatter: MatterUseCase<'route'> = {
  action: 'route',
  plan: ({ unitId, note }, { services }) => ({
    command: { action: 'route', to: destinationOf(services, unitId) },
    ...(note && { sealed: { text: note } }),
  }),
};
