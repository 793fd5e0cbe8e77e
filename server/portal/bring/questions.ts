import { Temporal } from 'temporal-polyfill';
import { needs } from '#domain/matters/vocabulary.ts';
import { isMobile, normaliseEmail } from '#domain/messages/address.ts';
import type { CityPack } from '#domain/organisations/city-pack.ts';
import type { PhoneRefusal } from '#domain/parties/identifier-refusals.ts';
import { normalisePhone } from '#domain/parties/phone.ts';
import type { FormValues } from '../form.ts';

/** What is wrong with an answer: a sentence of the portal's words under `bring`, or one that the counter has too. */
export type Fault = {
  readonly field: string;
  readonly code: BringFault | PhoneRefusal;
  readonly count?: number;
};
export type BringFault =
  | 'story-missing'
  | 'too-long'
  | 'date-wrong'
  | 'date-in-future'
  | 'kind-missing'
  | 'county-missing'
  | 'township-missing'
  | 'centre-missing'
  | 'who-missing'
  | 'party-kind-missing'
  | 'name-missing'
  | 'represented-missing'
  | 'telling-missing'
  | 'no-mobile'
  | 'email-missing'
  | 'email-wrong'
  | 'other-missing';

/** What the answers are checked against. */
export type World = { readonly pack: CityPack; readonly today: Temporal.PlainDate };

export type Question = {
  /** Its address below /p/bring, and its template. */
  readonly name: QuestionName;
  readonly section: number;
  /** The names of its fields; a list's value may be several. */
  readonly fields: readonly string[];
  readonly lists?: readonly string[];
  /** Whether the earlier answers leave it to be asked. */
  readonly isAsked: (answers: FormValues, world: World) => boolean;
  readonly faults: (answers: FormValues, world: World) => Fault[];
};

export const questionNames = [
  'story',
  'kind',
  'county',
  'township',
  'centre',
  'who',
  'contact',
  'telling',
  'other-side',
  'request',
  'files',
] as const;
export type QuestionName = (typeof questionNames)[number];

/** The last page of the walk counts as a section of its own. */
export const sections = 6;
export const longest = { subject: 60, story: 10_000, request: 2_000, name: 60 } as const;
export const outsideTownships = 'whole';

export const one = (answers: FormValues, name: string): string => {
  const value = answers[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};
export const many = (answers: FormValues, name: string): readonly string[] => [answers[name] ?? []].flat();

const always = (): boolean => true;
const isNamed = (answers: FormValues): boolean => one(answers, 'who') !== 'anonymous';
const tooLong = (answers: FormValues, field: keyof typeof longest): Fault[] => {
  const over = [...one(answers, field)].length - longest[field];
  return over > 0 ? [{ field, code: 'too-long', count: over }] : [];
};
const chosen = (answers: FormValues, field: string, isKnown: (value: string) => boolean, code: BringFault) =>
  isKnown(one(answers, field)) ? [] : [{ field, code }];

export const questions: readonly Question[] = [
  {
    name: 'story',
    section: 1,
    fields: ['story', 'happenedOn', 'subject'],
    isAsked: always,
    faults: (answers, { today }) => [
      ...(one(answers, 'story') === '' ? [{ field: 'story', code: 'story-missing' } as const] : []),
      ...tooLong(answers, 'story'),
      ...dateFaults(one(answers, 'happenedOn'), today),
      ...tooLong(answers, 'subject'),
    ],
  },
  {
    name: 'kind',
    section: 1,
    fields: ['kind'],
    isAsked: always,
    faults: (answers, { pack }) => chosen(answers, 'kind', (kind) => pack.kinds.has(kind), 'kind-missing'),
  },
  {
    name: 'county',
    section: 2,
    fields: ['county'],
    isAsked: always,
    faults: (answers, { pack }) =>
      chosen(
        answers,
        'county',
        (code) => (pack.regions.get(code)?.level ?? 'township') !== 'township',
        'county-missing',
      ),
  },
  {
    name: 'township',
    section: 2,
    fields: ['township'],
    isAsked: (answers, { pack }) => pack.regions.get(one(answers, 'county'))?.level === 'county',
    faults: (answers, { pack }) =>
      chosen(
        answers,
        'township',
        (code) => code === outsideTownships || pack.regions.get(code)?.parentCode === one(answers, 'county'),
        'township-missing',
      ),
  },
  {
    name: 'centre',
    section: 2,
    fields: ['centre'],
    isAsked: always,
    faults: (answers, world) =>
      chosen(answers, 'centre', (code) => centresFor(answers, world).includes(code), 'centre-missing'),
  },
  {
    name: 'who',
    section: 3,
    fields: ['who'],
    isAsked: always,
    faults: (answers) =>
      chosen(answers, 'who', (who) => ['self', 'other', 'anonymous'].includes(who), 'who-missing'),
  },
  {
    name: 'contact',
    section: 3,
    fields: ['partyKind', 'name', 'phone', 'represented'],
    isAsked: isNamed,
    faults: (answers, { pack }) => [
      ...chosen(
        answers,
        'partyKind',
        (kind) => ['person', 'organisation'].includes(kind),
        'party-kind-missing',
      ),
      ...nameFaults(one(answers, 'name'), 'name', 'name-missing'),
      ...phoneFaults(one(answers, 'phone'), pack.city.areaCode),
      ...(one(answers, 'who') === 'other'
        ? nameFaults(one(answers, 'represented'), 'represented', 'represented-missing')
        : []),
    ],
  },
  {
    name: 'telling',
    section: 3,
    fields: ['toldBy', 'email'],
    isAsked: isNamed,
    faults: (answers, { pack }) => tellingFaults(answers, pack.city.areaCode),
  },
  {
    name: 'other-side',
    section: 3,
    fields: ['otherKind', 'otherName'],
    isAsked: always,
    faults: (answers) => [
      ...chosen(
        answers,
        'otherKind',
        (kind) => ['person', 'organisation', 'unknown'].includes(kind),
        'other-missing',
      ),
      ...nameFaults(one(answers, 'otherName'), 'otherName', null),
    ],
  },
  {
    name: 'request',
    section: 4,
    fields: ['request', 'needs'],
    lists: ['needs'],
    isAsked: always,
    faults: (answers) => tooLong(answers, 'request'),
  },
  { name: 'files', section: 5, fields: [], isAsked: always, faults: () => [] },
];

/** The questions that these answers leave to be asked, in their order. */
export function askedQuestions(answers: FormValues, world: World): Question[] {
  return questions.filter((question) => question.isAsked(answers, world));
}

/** The first question that was not answered, or not rightly; none when all may be sent. */
export function firstOpen(answers: FormValues, seen: readonly string[], world: World): Question | undefined {
  return askedQuestions(answers, world).find(
    ({ name, faults }) => !seen.includes(name) || faults(answers, world).length > 0,
  );
}

/** Where it happened: the township if it was named, else the county or the whole city. */
export function regionOf(answers: FormValues): string {
  const township = one(answers, 'township');
  const county = one(answers, 'county');
  return township !== outsideTownships && township.startsWith(county) && township !== '' ? township : county;
}

/** The centres that can take it: the nearest first, then the one above it. */
export function centresFor(answers: FormValues, { pack }: Pick<World, 'pack'>): string[] {
  const nearest = pack.regions.get(regionOf(answers));
  if (nearest === undefined) return [];
  return nearest.level === 'township' && nearest.parentCode !== undefined
    ? [nearest.code, nearest.parentCode]
    : [nearest.code];
}

/** The needs among what was ticked. */
export function needsIn(answers: FormValues): (typeof needs)[number][] {
  return needs.filter((need) => many(answers, 'needs').includes(need));
}

/** A day as people type it where the browser has no calendar: 2026-10-09, 2026/10/9, 20261009, 2026年10月9日. */
export function readDay(typed: string): Temporal.PlainDate | null {
  const [, year, month, day] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ??
    [];
  if (day === undefined) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}

function dateFaults(typed: string, today: Temporal.PlainDate): Fault[] {
  if (typed === '') return [];
  const day = readDay(typed);
  if (day === null || day.year < 1900) return [{ field: 'happenedOn', code: 'date-wrong' }];
  if (Temporal.PlainDate.compare(day, today) > 0) return [{ field: 'happenedOn', code: 'date-in-future' }];
  return [];
}

function nameFaults(name: string, field: string, missing: BringFault | null): Fault[] {
  if (name === '') return missing === null ? [] : [{ field, code: missing }];
  const over = [...name].length - longest.name;
  return over > 0 ? [{ field, code: 'too-long', count: over }] : [];
}

function phoneFaults(typed: string, areaCode: string): Fault[] {
  if (typed === '') return [];
  const checked = normalisePhone(typed, areaCode);
  return checked.ok ? [] : [{ field: 'phone', code: checked.reason }];
}

function tellingFaults(answers: FormValues, areaCode: string): Fault[] {
  const by = one(answers, 'toldBy');
  const email = one(answers, 'email');
  if (!['sms', 'mail', 'none'].includes(by)) return [{ field: 'toldBy', code: 'telling-missing' }];
  if (by === 'mail' && email === '') return [{ field: 'email', code: 'email-missing' }];
  if (by === 'mail' && !normaliseEmail(email).ok) return [{ field: 'email', code: 'email-wrong' }];
  if (by === 'sms' && !hasMobile(answers, areaCode)) return [{ field: 'toldBy', code: 'no-mobile' }];
  return [];
}

export function hasMobile(answers: FormValues, areaCode: string): boolean {
  const phone = normalisePhone(one(answers, 'phone'), areaCode);
  return phone.ok && isMobile(phone.value);
}
