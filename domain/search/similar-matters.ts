import type { Temporal } from 'temporal-polyfill';
import { stopTerms } from './stop-terms.ts';

/** What two matters are compared by: never by who the parties are. */
export type ComparableMatter = {
  readonly kind: string;
  readonly regionCode: string;
  readonly registeredOn: Temporal.PlainDate;
  readonly terms: ReadonlySet<string>;
};

export type SimilarityReason =
  | {
      readonly code: 'same-place' | 'place-within' | 'same-county';
      readonly regionCode: string;
      readonly share: number;
    }
  | { readonly code: 'same-kind'; readonly kind: string; readonly share: number }
  | { readonly code: 'close-in-time'; readonly days: number; readonly share: number }
  | { readonly code: 'same-words'; readonly terms: readonly string[]; readonly share: number };

/** From 0 to 1; the shares of the reasons add up to the score. */
export type Similarity = { readonly score: number; readonly reasons: readonly SimilarityReason[] };

/** From this score on two matters are shown to a clerk as perhaps the same dispute. */
export const similarEnough = 0.6;

/** How much each ground can give. Place, kind and time together stay below the threshold: wording must agree too. */
const most = { wording: 0.55, place: 0.2, kind: 0.15, time: 0.1 };

/** Two people tell one dispute in different words: half of the terms in common is as good as all. */
const fullAgreement = 0.5;
const leastAgreement = 0.12;
const timeFadesInDays = 90;
const kindOfAnything = '99';
const leastTerms = 3;
const shownTerms = 8;

/**
 * Whether two matters are perhaps the same dispute, told from place, kind, time and wording, with the reasons. Without
 * agreement in wording the score is 0.
 */
export function compareMatters(one: ComparableMatter, other: ComparableMatter): Similarity {
  const wording = compareWording(one.terms, other.terms);
  if (!wording) return { score: 0, reasons: [] };
  const grounds = [wording, comparePlace(one, other), compareKind(one, other), compareTime(one, other)];
  const reasons = grounds.filter((reason) => reason !== undefined);
  return { score: reasons.reduce((sum, { share }) => sum + share, 0), reasons };
}

/** The terms of a text that tell disputes apart: no single characters, no numbers, none of the usual phrases. */
export function tellingTerms(terms: Iterable<string>): Set<string> {
  const telling = new Set<string>();
  for (const term of terms) {
    if ([...term].length < 2 || stopTerms.has(term) || !/\p{L}/u.test(term)) continue;
    telling.add(term.toLowerCase());
  }
  return telling;
}

function compareWording(one: ReadonlySet<string>, other: ReadonlySet<string>): SimilarityReason | undefined {
  const terms = [...one].filter((term) => other.has(term));
  const [shorter = 0, longer = 0] = [weigh(one), weigh(other)].sort((lighter, heavier) => lighter - heavier);
  // A short report of a long story may be the same dispute: the longer text counts three times the shorter at most.
  const agreement = shorter === 0 ? 0 : (2 * weigh(terms)) / (shorter + Math.min(longer, 3 * shorter));
  const said = withoutParts(terms);
  if (said.length < leastTerms || agreement < leastAgreement) return undefined;
  return {
    code: 'same-words',
    terms: said.slice(0, shownTerms),
    share: most.wording * Math.min(1, agreement / fullAgreement),
  };
}

/** Longest first, without terms that are only a part of another: search terms hold 物业公司 and 物业 and 公司. */
function withoutParts(terms: readonly string[]): string[] {
  const longestFirst = [...terms].sort((one, other) => other.length - one.length);
  return longestFirst.filter(
    (term, index) => !longestFirst.slice(0, index).some((longer) => longer.includes(term)),
  );
}

/** A longer term is rarer and says more. */
function weigh(terms: Iterable<string>): number {
  let weight = 0;
  for (const term of terms) weight += Math.min(term.length, 5) - 1;
  return weight;
}

function comparePlace(one: ComparableMatter, other: ComparableMatter): SimilarityReason | undefined {
  const [upper, lower] =
    one.regionCode.length <= other.regionCode.length
      ? [one.regionCode, other.regionCode]
      : [other.regionCode, one.regionCode];
  if (upper === lower) return { code: 'same-place', regionCode: upper, share: most.place };
  if (lower.startsWith(upper)) return { code: 'place-within', regionCode: upper, share: most.place * 0.75 };
  // The first six digits are the county's (GB/T 2260).
  const county = upper.slice(0, 6);
  if (county.length === 6 && lower.startsWith(county)) {
    return { code: 'same-county', regionCode: county, share: most.place * 0.5 };
  }
  return undefined;
}

function compareKind(one: ComparableMatter, other: ComparableMatter): SimilarityReason | undefined {
  if (one.kind !== other.kind) return undefined;
  const share = one.kind === kindOfAnything ? most.kind / 3 : most.kind;
  return { code: 'same-kind', kind: one.kind, share };
}

function compareTime(one: ComparableMatter, other: ComparableMatter): SimilarityReason | undefined {
  const days = Math.abs(one.registeredOn.until(other.registeredOn).days);
  if (days >= timeFadesInDays) return undefined;
  return { code: 'close-in-time', days, share: most.time * (1 - days / timeFadesInDays) };
}
