import type { MatterUseCase } from '../change-matter.ts';
import { destinationOf } from '../destination.ts';

/** 转办: another office goes on with it, within the same limit for handling. */
export const transferMatter: MatterUseCase<'transfer'> = {
  action: 'transfer',
  plan: ({ unitId, reason }, { services }) => ({
    command: { action: 'transfer', to: destinationOf(services, unitId) },
    sealed: { text: reason },
  }),
};
