import * as audit from './topics/audit.ts';
import * as counter from './topics/counter.ts';
import * as matter from './topics/matter.ts';
import * as organisation from './topics/organisation.ts';
import * as queue from './topics/queue.ts';
import * as shell from './topics/shell.ts';
import * as steps from './topics/steps.ts';
import * as time from './topics/time.ts';

/** Every word of the desk's own, in Chinese. Each topic holds both languages; a key missing in one does not compile. */
export const zh = {
  ...shell.zh,
  ...time.zh,
  ...queue.zh,
  ...matter.zh,
  ...steps.zh,
  ...counter.zh,
  ...organisation.zh,
  ...audit.zh,
};

export type DeskWords = Record<keyof typeof zh, string>;
