import { seats } from '#domain/matters/vocabulary.ts';
import type { KnownMatter } from './matters-of-the-world.fixture.ts';

/**
 * What of a matter stands in an answer: words that somebody wrote, among them a note of the office's own, a letter to the
 * applicant, what the applicant said in confidence; a name; a phone; the matter's id or code; a party's or a paper's id.
 */
export type MarkKind =
  | 'words'
  | 'note'
  | 'letter'
  | 'confidence'
  | 'name'
  | 'phone'
  | 'id'
  | 'code'
  | 'party'
  | 'paper';
export type Mark = { readonly kind: MarkKind; readonly matter: KnownMatter; readonly seat: string | null };

export type Marks = { in(text: string): Mark[] };

/** Whatever could be a mark: found in one pass, however many matters there are. */
const likeAMark =
  /(?:[内部函告密谈王李赵]+|(?:%[0-9A-F]{2})+)?qzv\d\d|1390\d{7}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|20\d\d-?[0-9A-Z]{4}-?[0-9A-Z]{4}/gi;

/** Finds whatever belongs to one of these matters in a text; words also as a file name is sent, codes however printed. */
export function marksOf(matters: readonly KnownMatter[]): Marks {
  const known = new Map<string, Mark>();
  for (const matter of matters) {
    const { tag } = matter;
    const add = (text: string, kind: MarkKind, seat: string | null = null): void => {
      known.set(text, { kind, matter, seat });
    };
    add(tag, 'words');
    add(`内部${tag}`, 'note');
    add(`函告${tag}`, 'letter', 'applicant');
    add(`密谈${tag}`, 'confidence', 'applicant');
    add(`王${tag}`, 'name', 'applicant');
    add(`李${tag}`, 'name', 'respondent');
    add(`赵${tag}`, 'name', 'representative');
    add(matter.id, 'id');
    add(matter.code, 'code');
    for (const id of [...matter.paperIds, ...matter.messageIds]) add(id, 'paper');
    for (const { id, seat } of matter.parties) add(id, 'party', seat);
    for (const [index, phone] of matter.phones.entries()) add(phone, 'phone', seats[index] ?? null);
  }
  return {
    in: (text) => {
      const found = new Set((text.match(likeAMark) ?? []).map(plain));
      return [...found].flatMap((one) => known.get(one) ?? known.get(one.slice(-tagLength)) ?? []);
    },
  };
}

const tagLength = 'qzv00'.length;

function plain(found: string): string {
  if (found.includes('%')) return decodeURIComponent(found);
  if (/^20\d\d-?[0-9A-Z]{4}-?[0-9A-Z]{4}$/i.test(found)) return found.replaceAll('-', '').toUpperCase();
  return found.toLowerCase();
}
