import * as audit from './topics/audit.ts';
import * as board from './topics/board.ts';
import * as counter from './topics/counter.ts';
import * as exports from './topics/exports.ts';
import * as gettingIn from './topics/getting-in.ts';
import * as imports from './topics/imports.ts';
import * as jointWork from './topics/joint-work.ts';
import * as levels from './topics/levels.ts';
import * as matter from './topics/matter.ts';
import * as messages from './topics/messages.ts';
import * as notices from './topics/notices.ts';
import * as office from './topics/office.ts';
import * as openings from './topics/openings.ts';
import * as organisation from './topics/organisation.ts';
import * as partySide from './topics/party-side.ts';
import * as procedures from './topics/procedures.ts';
import * as queue from './topics/queue.ts';
import * as roadmap from './topics/roadmap.ts';
import * as search from './topics/search.ts';
import * as shell from './topics/shell.ts';
import * as sideWays from './topics/side-ways.ts';
import * as steps from './topics/steps.ts';
import * as time from './topics/time.ts';
import * as views from './topics/views.ts';
import type { DeskWords } from './zh.ts';

/** Every word of the desk's own, in English. */
export const en: DeskWords = {
  ...shell.en,
  ...gettingIn.en,
  ...search.en,
  ...views.en,
  ...time.en,
  ...queue.en,
  ...partySide.en,
  ...matter.en,
  ...jointWork.en,
  ...sideWays.en,
  ...steps.en,
  ...roadmap.en,
  ...procedures.en,
  ...board.en,
  ...counter.en,
  ...messages.en,
  ...notices.en,
  ...office.en,
  ...organisation.en,
  ...audit.en,
  ...exports.en,
  ...imports.en,
  ...openings.en,
  ...levels.en,
};
