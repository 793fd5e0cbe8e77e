import type { Remedy, Seat } from '#domain/matters/vocabulary.ts';
import type { Requirement } from '#domain/roadmap/procedures/procedure.ts';

/** What the forms that the page of a matter fills in beforehand hold before anybody has typed; the page needs no more of them. */
export type ChoiceFields = {
  procedure: string;
  choice: 'chosen' | 'refused' | '';
  seats: Seat[];
  remedies: Remedy[];
  text: string;
};
export const blankChoice: ChoiceFields = { procedure: '', choice: '', seats: [], remedies: [], text: '' };

export type StartFields = {
  procedure: string;
  confirmed: Requirement[];
  on: string;
  body: string;
  reference: string;
  text: string;
};
export const blankStart: StartFields = {
  procedure: '',
  confirmed: [],
  on: '',
  body: '',
  reference: '',
  text: '',
};

export type MergeFields = { code: string; seats: Readonly<Record<string, Seat>>; reason: string };
export const blankMerge: MergeFields = { code: '', seats: {}, reason: '' };
