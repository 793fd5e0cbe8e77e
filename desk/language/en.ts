import * as audit from './topics/audit.ts';
import * as counter from './topics/counter.ts';
import * as matter from './topics/matter.ts';
import * as organisation from './topics/organisation.ts';
import * as queue from './topics/queue.ts';
import * as shell from './topics/shell.ts';
import * as steps from './topics/steps.ts';
import * as time from './topics/time.ts';
import type { DeskWords } from './zh.ts';

/** Every word of the desk's own, in English. */
export const en: DeskWords = {
  ...shell.en,
  ...time.en,
  ...queue.en,
  ...matter.en,
  ...steps.en,
  ...counter.en,
  ...organisation.en,
  ...audit.en,
};
