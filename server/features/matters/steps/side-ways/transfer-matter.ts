import { destinationOf } from '../destination.ts';
import type { MatterUseCase } from '../use-case.ts';

/** 转办: another office goes on with it, within the same limit for handling. */
export const transferMatter: MatterUseCase<'transfer'> = {
  action: 'transfer',
  plan: ({ unitId, reason }, { services }) => ({
    command: { action: 'transfer', to: destinationOf(services, unitId) },
    sealed: { text: reason },
  }),
};
