import { queryOptions } from '@tanstack/react-query';
import type { LevelRulesView } from '#contract/levels/level-rules.ts';
import { request } from '../../app/api/request.ts';

/** While the open matters follow new rules the page looks again and again how far they are. */
const everyMs = 2_000;

export const levelRulesQuery = queryOptions({
  queryKey: ['level-rules'],
  queryFn: ({ signal }) => request<LevelRulesView>('/api/v1/levels/rules', { signal }),
  refetchInterval: ({ state }) => (state.data && isFollowing(state.data) ? everyMs : false),
});

/** Whether the open matters have still to follow the rules in force. */
export function isFollowing({ following, inForce }: LevelRulesView): boolean {
  if (following === null) return inForce.version > 0;
  return following.version !== inForce.version || !following.isFinished;
}
