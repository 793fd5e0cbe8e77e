import { describe, expect, it } from 'vitest';
import { correct, type OnRecord } from './correction.ts';

const on: OnRecord = {
  kind: '15',
  regionCode: '150204001',
  subject: '漏水',
  story: '屋顶漏水。',
  request: '',
  needs: ['wheelchair'],
  happenedOn: null,
  parties: [
    {
      id: 'a',
      seat: 'applicant',
      kind: 'person',
      name: '王秀兰',
      phone: '13800000000',
      residentId: '11010519491231002X',
    },
    { id: 'b', seat: 'respondent', kind: 'organisation', name: '安居物业' },
  ],
};
const known = {
  isKind: (code: string) => ['15', '03'].includes(code),
  isRegion: (code: string) => code.startsWith('1502'),
  areaCode: '0472',
};

describe('a correction', () => {
  it('names each field with its old value and its new one, and leaves the rest as it stands', () => {
    const result = correct(
      on,
      {
        kind: '03',
        request: '修好。',
        happenedOn: '2026-02-20',
        needs: [],
        parties: [{ id: 'a', name: '王秀蓝' }],
      },
      known,
    );
    expect(result).toMatchObject({
      ok: true,
      record: { kind: '03', subject: '漏水', request: '修好。', needs: [] },
      changedParties: [{ id: 'a', name: '王秀蓝', phone: '13800000000', residentId: '11010519491231002X' }],
      corrections: [
        { field: 'kind', from: '15', to: '03' },
        { field: 'request', from: null, to: '修好。' },
        { field: 'needs', from: 'wheelchair', to: null },
        { field: 'happenedOn', from: null, to: '2026-02-20' },
        { field: 'name', seat: 'applicant', from: '王秀兰', to: '王秀蓝' },
      ],
    });
  });

  it('is none where nothing differs, told in other spaces or not at all', () => {
    for (const told of [
      {},
      { story: ' 屋顶漏水。 ' },
      { kind: '15', parties: [{ id: 'a', phone: '138 0000 0000' }] },
    ]) {
      expect(correct(on, told, known)).toEqual({ ok: false, refusal: 'nothing-corrected' });
    }
  });

  it('is checked as at the counter, and knows only the parties of its matter', () => {
    expect(correct(on, { kind: '77' }, known)).toMatchObject({
      faults: [{ field: 'kind', reason: 'unknown-kind' }],
    });
    expect(correct(on, { parties: [{ id: 'b', creditCode: '91350100M000100Y44' }] }, known)).toMatchObject({
      faults: [{ field: 'parties.1.creditCode' }],
    });
    expect(correct(on, { parties: [{ id: 'a', name: null }] }, known)).toMatchObject({
      faults: [{ field: 'parties.0.name', reason: 'name-missing' }],
    });
    expect(correct(on, { parties: [{ id: 'z', name: '某' }] }, known)).toEqual({
      ok: false,
      refusal: 'party-of-another-matter',
    });
  });

  it('of the kind of party takes the number of the old kind away', () => {
    const result = correct(on, { parties: [{ id: 'a', kind: 'organisation' }] }, known);
    expect(result).toMatchObject({
      corrections: [
        { field: 'partyKind', from: 'person', to: 'organisation' },
        { field: 'residentId', from: '11010519491231002X', to: null },
      ],
    });
  });

  it('adds a party that was left out', () => {
    const result = correct(
      on,
      { addedParties: [{ seat: 'respondent', kind: 'person', name: '刘某' }] },
      known,
    );
    expect(result).toMatchObject({
      changedParties: [],
      addedParties: [{ name: '刘某' }],
      corrections: [{ field: 'party', seat: 'respondent', from: null, to: '刘某' }],
    });
  });
});
