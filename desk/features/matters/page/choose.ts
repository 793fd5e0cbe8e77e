import type { Action } from '#domain/matters/vocabulary.ts';

/** Opens the form of a step. */
export type Choose = (action: Action) => void;
