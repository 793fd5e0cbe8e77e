import { isPermitted } from './permissions.ts';
import type { Role, UnitKind } from './vocabulary.ts';

/** For what somebody may open a file outside their own work, and the law where one asks for it. A list, not a blank field. */
export const outsidePurposes = [
  { purpose: 'late-matter', source: '信访工作条例 36' },
  { purpose: 'handling-complaint', source: '人民调解法 15' },
  { purpose: 'quality-review', source: null },
  { purpose: 'upper-decision', source: null },
  { purpose: 'judicial-request', source: '民事诉讼法 70、刑事诉讼法 54' },
  { purpose: 'data-request', source: '个人信息保护法 45、46' },
] as const;
export type OutsidePurpose = (typeof outsidePurposes)[number]['purpose'];
export const purposeCodes = outsidePurposes.map(({ purpose }) => purpose) as [
  OutsidePurpose,
  ...OutsidePurpose[],
];

/** Enough to say what for; short enough that it stays a reason and becomes no second file. */
export const purposeWords = { atLeast: 10, atMost: 500 } as const;

/**
 * How long an opening lasts. A file is read in one sitting; whoever comes back in the afternoon says again what for. Not
 * until the end of the day: that would be ten hours in the morning and ten minutes at night. The database holds it, too.
 */
export const openingHours = 4;

/** What must be known of a matter before somebody opens its file who does not work on it. */
export type Standing = {
  readonly regionCode: string;
  readonly isSealed: boolean;
  readonly takesPart: boolean;
};
type Posted = { readonly role: Role; readonly unitKind: UnitKind; readonly regionCode: string };

/** Why not: another's door or region; a sealed file is its named readers'; one's own work needs no purpose. */
export type OutsideRefusal = 'forbidden' | 'not-found' | 'sealed' | 'own-work';

/** Whether this posting may open the file of a matter outside its own work. Null where it may. */
export function refusedOutside(posting: Posted, matter: Standing): OutsideRefusal | null {
  if (!isPermitted('open-outside-own-work', posting)) return 'forbidden';
  if (!matter.regionCode.startsWith(posting.regionCode)) return 'not-found';
  if (matter.isSealed) return 'sealed';
  return matter.takesPart ? 'own-work' : null;
}
