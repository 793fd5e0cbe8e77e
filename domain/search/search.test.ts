import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { askedPiece, codePieceOf, searchPhrase, spokenPieces } from './ask-search.ts';
import { daysAskedFor } from './days-asked-for.ts';
import { excerptAround, markHits } from './mark-hits.ts';
import { type Asked, type FoundMatter, rankOf } from './rank-matters.ts';

describe('what was typed', () => {
  it('is read in one form', () => {
    expect(searchPhrase('　ＡＢ１  物业费 ')).toBe('ab1 物业费');
    expect(spokenPieces('物业费 漏水 物业费')).toEqual(['物业费', '漏水']);
  });

  it.each([
    ['7hq4', '7HQ4'],
    ['2026-7hq4', '20267HQ4'],
    ['2026 0001 7hq4', '202600017HQ4'],
    ['hq4', null],
    ['物业费', null],
    ['20267hq4x9abc', null],
    // I, L, O and U stand in no code.
    ['louis', null],
  ])('%s may be the part %s of a code', (typed, piece) => {
    expect(codePieceOf(searchPhrase(typed))).toBe(piece);
  });
});

describe('a piece of a question', () => {
  it.each([
    ['漏水', ['漏水'], ['漏水'], []],
    ['花板', ['花', '板'], [], ['花板']],
    ['邻居的狗', ['邻居', '的', '狗'], ['邻居'], ['狗']],
    ['押金3500元', ['押金', '3500', '元'], ['押金'], ['3500']],
    ['投诉', ['投诉'], [], ['投诉']],
  ])('%s is looked up by its words, and the rest in the text', (piece, cut, words, inText) => {
    expect(askedPiece(piece, cut)).toEqual({ words, inText });
  });

  it.each([
    ['2026-03', '2026-03-01', '2026-03-31'],
    ['2026/3/2', '2026-03-02', '2026-03-02'],
    ['2025年', '2025-01-01', '2025-12-31'],
    ['3月2日', '2026-03-02', '2026-03-02'],
    ['11月', '2025-11-01', '2025-11-30'],
    ['2月30日', null, null],
    ['2026', null, null],
    ['3201', null, null],
  ])('%s names the days from %s until %s', (piece, from, until) => {
    const days = daysAskedFor(piece, Temporal.PlainDate.from('2026-03-10'));
    expect(days && [String(days.from), String(days.until)]).toEqual(from && [from, until]);
  });
});

describe('the rank of what was found', () => {
  const matter: FoundMatter = { subject: '', story: '', request: '', code: '20260001ABCD', isOpen: false };
  const asked: Asked = { pieces: ['拖欠工资'], words: ['拖欠', '工资'], codePiece: null };

  it.each([
    ['the subject before the story', { subject: '拖欠工资' }, { story: '拖欠工资' }],
    ['the request before the story', { request: '工资' }, { story: '工资' }],
    ['as typed before its words apart', { story: '他们拖欠工资' }, { story: '工资一直被拖欠' }],
    ['open before ended', { story: '工资', isOpen: true }, { story: '工资' }],
    ['more of the words before fewer', { story: '工资被拖欠' }, { story: '工资工资' }],
  ])('%s', (_rule, better, worse) => {
    expect(rankOf({ ...matter, ...better }, asked)).toBeGreaterThan(rankOf({ ...matter, ...worse }, asked));
  });

  it('does not grow with mere repetition', () => {
    const thrice = { ...matter, story: '工资'.repeat(3) };
    expect(rankOf({ ...matter, story: '工资'.repeat(50) }, asked)).toBe(rankOf(thrice, asked));
  });

  it('puts the matter with that code first', () => {
    const byCode = { pieces: ['abcd'], words: [], codePiece: 'ABCD' };
    expect(rankOf(matter, byCode)).toBeGreaterThan(rankOf({ ...matter, story: 'abcd', code: '2' }, byCode));
  });
});

describe('marking', () => {
  it('marks the longest word at each place', () => {
    expect(markHits('拖欠工资和物业费', ['工资', '拖欠工资', '物业'])).toEqual([
      { text: '拖欠工资', isHit: true },
      { text: '和', isHit: false },
      { text: '物业', isHit: true },
      { text: '费', isHit: false },
    ]);
  });

  it('marks in any case of letters', () => {
    expect(markHits('在APP上', ['app'])).toContainEqual({ text: 'APP', isHit: true });
  });

  it('loses and adds nothing, whatever the text and the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, words) => {
        expect(
          markHits(text, words)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('cuts a long text around the first hit, and says where', () => {
    const text = `${'前'.repeat(200)}漏水${'后'.repeat(200)}`;
    const excerpt = excerptAround(text, ['漏水'], 40);
    expect(excerpt).toContain('漏水');
    expect(excerpt).toMatch(/^…前.*后…$/);
    expect([...excerpt]).toHaveLength(42);
    expect(excerptAround('很短', ['漏水'], 40)).toBe('很短');
    expect(excerptAround(text, ['没有'], 40)).toMatch(/^前{40}…$/);
  });
});
