import type { IntakeDraft } from './intake-draft.ts';

/** What each part of the counter's form is given. */
export type FormPart = {
  draft: IntakeDraft;
  set: (change: Partial<IntakeDraft>) => void;
  /** What is wrong with a field, once saving was tried or where the server said so. */
  fault: (field: string) => string | undefined;
};
