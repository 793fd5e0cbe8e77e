import { lacksLegalBasis } from '#domain/matters/registration.ts';
import { refuse } from '#server/app/refusal.ts';
import type { MatterUseCase } from '../use-case.ts';

/** The safety flag is set, kept for another seven days, changed or lifted, each time with its reason. */
export const reviewSafety: MatterUseCase<'review-safety'> = {
  action: 'review-safety',
  plan: ({ safety, reason }) => {
    if (safety !== null && lacksLegalBasis(safety)) {
      refuse(422, 'legal-basis-missing', { field: 'safety.legalBasis' });
    }
    return {
      command: { action: 'review-safety' },
      danger: safety?.danger ?? null,
      sealed: {
        text: reason,
        facts:
          safety === null
            ? {}
            : {
                danger: safety.danger,
                help: safety.help,
                hiddenFrom: safety.hiddenFrom,
                ...(safety.legalBasis && { legalBasis: safety.legalBasis }),
              },
      },
    };
  },
};
