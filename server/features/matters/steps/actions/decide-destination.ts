import { destinationOf } from '../destination.ts';
import type { MatterUseCase } from '../use-case.ts';

/** 裁定: the upper centre says which office it is; the decision is not returned. */
export const decideDestination: MatterUseCase<'decide'> = {
  action: 'decide',
  plan: ({ unitId, reason }, { services }) => ({
    command: { action: 'decide', to: destinationOf(services, unitId) },
    sealed: { text: reason },
  }),
};
