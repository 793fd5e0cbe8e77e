import { expect, it } from 'vitest';
import type { MatterView } from '#contract/matters/matter.ts';
import { correctDraftOf, correctionOf, correctPartyOf } from './correction-draft.ts';

const party = {
  id: 'p',
  seat: 'applicant',
  kind: 'person',
  name: '王秀兰',
  phone: '13800000000',
  number: '…0011',
  toldBy: { code: 'none', label: '' },
};
const matter = {
  kind: { code: '15', label: '' },
  region: { code: '150204001', label: '' },
  subject: '漏水',
  story: '屋顶漏水。',
  request: '修好。',
  needs: [{ code: 'wheelchair', label: '' }],
  happenedOn: null,
  parties: [party],
} as unknown as MatterView;

it('sends nothing of a form in which nothing was changed, or only touched', () => {
  const draft = correctDraftOf(matter);
  expect(correctionOf(matter, draft)).toEqual({});
  const touched = { p: correctPartyOf(matter.parties[0] as MatterView['parties'][number]) };
  expect(correctionOf(matter, { ...draft, story: '屋顶漏水。 ', parties: touched })).toEqual({});
});

it('sends what differs, and null for what was taken away', () => {
  const draft = correctDraftOf(matter);
  const changed = {
    ...draft,
    kind: '03',
    request: '',
    happenedOn: '2026-02-20',
    needs: [],
    parties: {
      p: { ...correctPartyOf(matter.parties[0] as MatterView['parties'][number]), name: '王秀蓝', phone: '' },
    },
  };
  expect(correctionOf(matter, changed)).toEqual({
    kind: '03',
    request: '',
    happenedOn: '2026-02-20',
    needs: [],
    parties: [{ id: 'p', name: '王秀蓝', phone: null }],
  });
});

it('sends a number under the name of its kind, and keeps the old one where none was typed', () => {
  const draft = correctDraftOf(matter);
  const typed = {
    ...correctPartyOf(matter.parties[0] as MatterView['parties'][number]),
    kind: 'organisation' as const,
  };
  const parties = { p: { ...typed, number: '91350100M000100Y43' } };
  expect(correctionOf(matter, { ...draft, parties }).parties).toEqual([
    { id: 'p', kind: 'organisation', creditCode: '91350100M000100Y43' },
  ]);
});
