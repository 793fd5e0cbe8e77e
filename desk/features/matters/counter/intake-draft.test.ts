import { describe, expect, it } from 'vitest';
import { blankIntake, blankParty, type IntakeDraft, registrationOf, toldParties } from './intake-draft.ts';
import { intakeFaults } from './intake-faults.ts';

const known = { isKind: (code: string) => code === '15', isRegion: (code: string) => code === '150204' };
const told: IntakeDraft = {
  ...blankIntake('150204'),
  kind: '15',
  story: ' 楼顶漏水半年没人修。 ',
  parties: [{ ...blankParty('applicant'), name: '王示例', phone: '138 0000 0000' }, blankParty('respondent')],
};

describe('what the counter sends', () => {
  it('leaves out the card that nobody wrote on', () => {
    expect(toldParties(told)).toHaveLength(1);
    expect(registrationOf(told)).toEqual({
      channel: 'window',
      kind: '15',
      regionCode: '150204',
      story: '楼顶漏水半年没人修。',
      parties: [{ seat: 'applicant', kind: 'person', name: '王示例', phone: '138 0000 0000' }],
    });
  });

  it('sends the number as what the kind of party makes it', () => {
    const organisation = {
      ...blankParty('respondent'),
      kind: 'organisation' as const,
      name: '物业',
      number: '91350100M000100Y43',
    };
    expect(registrationOf({ ...told, parties: [organisation] }).parties[0]).toMatchObject({
      creditCode: '91350100M000100Y43',
    });
  });

  it('keeps nothing of an anonymous party', () => {
    const anonymous = {
      ...blankParty('applicant'),
      kind: 'anonymous' as const,
      name: 'typed before',
      phone: '13800000000',
    };
    expect(registrationOf({ ...told, parties: [anonymous] }).parties).toEqual([
      { seat: 'applicant', kind: 'anonymous' },
    ]);
  });
});

describe('what keeps it from being saved', () => {
  it('nothing, when all is told', () => {
    expect(intakeFaults(told, known)).toEqual([]);
  });

  it('asks for what is empty', () => {
    const fields = intakeFaults(blankIntake(''), known).map(({ field, reason }) => [field, reason]);
    expect(fields).toEqual([
      ['story', 'required'],
      ['kind', 'required'],
      ['regionCode', 'required'],
      ['parties.0.name', 'required'],
    ]);
  });

  it('checks the digits of a resident ID', () => {
    const parties = [{ ...blankParty('applicant'), name: '王示例', number: '150204199001011234' }];
    expect(intakeFaults({ ...told, parties }, known)).toMatchObject([{ field: 'parties.0.residentId' }]);
  });
});
