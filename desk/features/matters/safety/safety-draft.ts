import type { SafetyBody } from '#contract/matters/register-matter.ts';
import { lacksLegalBasis } from '#domain/matters/registration.ts';
import type { Danger, HelpGround, Seat } from '#domain/matters/vocabulary.ts';

/** The safety flag while it is being filled in. */
export type SafetyDraft = {
  danger: Danger | '';
  hiddenFrom: Seat[];
  help: HelpGround | '';
  legalBasis: string;
  note: string;
};

export const blankSafety: SafetyDraft = { danger: '', hiddenFrom: [], help: '', legalBasis: '', note: '' };

/** Whether the ground of help is one whose law has to be named. */
export function needsLegalBasis(help: HelpGround | ''): boolean {
  return help !== '' && lacksLegalBasis({ help });
}

/** The flag as it is sent; undefined while something it needs is missing. */
export function safetyBodyOf(draft: SafetyDraft): SafetyBody | undefined {
  const { danger, help, hiddenFrom } = draft;
  const [legalBasis, note] = [draft.legalBasis.trim(), draft.note.trim()];
  if (!danger || !help || (needsLegalBasis(help) && !legalBasis)) return undefined;
  return {
    danger,
    hiddenFrom,
    help,
    ...(needsLegalBasis(help) && { legalBasis }),
    ...(note && { note }),
  };
}
