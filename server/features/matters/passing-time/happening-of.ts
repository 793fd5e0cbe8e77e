import type { RaisedLevel } from '#domain/notices/notice-rules.ts';
import type { MatterHappening } from '#server/features/notices/public.ts';
import type { PassingMatter } from './passing-matters.queries.ts';

/** What colleagues are told of that nobody did: whoever answers for the matter hears of it. */
export function happeningOf(
  cityCode: string,
  matter: PassingMatter,
  type: 'recount' | 'time-passed',
  raised: RaisedLevel | null,
): MatterHappening {
  const standing = { ...matter, danger: null, isSampled: false };
  const { id: matterId, version } = matter;
  return {
    cityCode,
    matterId,
    version,
    type,
    data: {},
    before: standing,
    after: standing,
    doer: null,
    raised,
  };
}
