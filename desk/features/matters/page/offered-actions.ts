import type { MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { mayAskFor } from '../actions/forms/clock-change-draft.ts';

type Offered = MatterView['allowedActions'];

/** These two have their place in the timeline and among the papers, not among the buttons. */
const elsewhere: readonly Action[] = ['log-step', 'add-paper'];

/**
 * The buttons of the page: what the server allows, without steps for which the file holds nothing (no event left to note,
 * no limit that may be changed, no request but one's own). What waits for this reader's decision comes first.
 */
export function offeredActions(matter: Pick<MatterView, 'allowedActions' | 'clocks' | 'roadmap'>): Offered {
  const { allowedActions, clocks, roadmap } = matter;
  const isEmpty: Partial<Record<Action, boolean>> = {
    'note-procedure': roadmap.now?.events.length === 0,
    'ask-clock-change': !clocks.some(mayAskFor),
    'decide-clock-change': !clocks.some(({ asked }) => asked?.isOurs === false),
  };
  const offered = allowedActions.filter(({ action }) => !elsewhere.includes(action) && !isEmpty[action]);
  const isAwaited = ({ action }: Offered[number]) => action === 'decide-clock-change';
  return [...offered.filter(isAwaited), ...offered.filter((one) => !isAwaited(one))];
}
