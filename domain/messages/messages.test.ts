import { describe, expect, it, test } from 'vitest';
import { actions, statuses } from '#domain/matters/vocabulary.ts';
import { addressFor, isMobile, lacksAddress, maskAddress, normaliseEmail } from './address.ts';
import { messageOf, messageRules } from './message-rules.ts';
import { attemptsAtMost, waitAfter } from './retry.ts';
import { fillMessage } from './text.ts';
import { messageTemplates } from './vocabulary.ts';

describe('what parties are told', () => {
  test.each([
    ['accept', 'accepted', 'accepted', ['applicant', 'representative']],
    ['accept-hand-over', 'handling', 'handling', ['applicant', 'respondent', 'representative']],
    ['accept-hand-over', 'accepted', 'moved', ['applicant', 'respondent', 'representative']],
    ['call-back', 'handling', 'reopened', ['applicant', 'respondent', 'representative']],
    ['answer', 'answered', 'answered', ['applicant', 'representative']],
  ] as const)('%s to %s: %s', (event, to, template, seats) => {
    expect(messageOf(event, to)).toMatchObject({ template, seats });
  });

  // The safety flag may be hidden from the very seat a message would go to.
  test.each([
    'review-safety',
    'log-step',
    'add-paper',
    'assign',
    'add-information',
    'seal',
    'correct',
    'no-such-event',
  ])('nothing of %s', (event) => {
    for (const status of statuses) expect(messageOf(event, status)).toBeNull();
  });

  it('tells nothing of a call-back that only found somebody satisfied, or nobody', () => {
    expect(messageOf('call-back', 'called-back')).toBeNull();
    expect(messageOf('call-back', 'answered')).toBeNull();
  });

  it('has no two rows for the same step to the same status', () => {
    for (const event of actions) {
      for (const to of statuses) {
        const rows = messageRules.filter((rule) => rule.event === event && (rule.to?.includes(to) ?? true));
        expect(rows.length, `${event} to ${to}`).toBeLessThan(2);
      }
    }
  });

  it('uses every template', () => {
    // The secret goes out because its owner asks for it, never because of an event.
    const used = new Set<string>([...messageRules.map(({ template }) => template), 'secret']);
    expect(messageTemplates.filter((template) => !used.has(template))).toEqual([]);
  });
});

describe('the waits between attempts', () => {
  const waits = Array.from({ length: attemptsAtMost }, (_, index) => waitAfter(index + 1));

  it('grow, stay within six hours, and end', () => {
    expect(waits).toEqual([60, 240, 960, 3840, 15360, 21600, 21600, null]);
  });
});

describe('addresses', () => {
  test.each([
    ['13800000000', true],
    ['+8529123456', true],
    ['04725151234', false],
    ['12345', false],
    ['4008123123', false],
  ])('%s takes text messages: %s', (phone, expected) => expect(isMobile(phone)).toBe(expected));

  it('finds the one for the way that was chosen, and no other', () => {
    const party = { phone: '04725151234', email: 'w@example.cn' };
    expect(addressFor('mail', party)).toBe('w@example.cn');
    expect(addressFor('sms', party)).toBeNull();
    expect(lacksAddress('sms', party)).toBe(true);
    expect(lacksAddress('none', {})).toBe(false);
    expect(lacksAddress(undefined, {})).toBe(false);
  });

  test.each([
    ['  Wang@Example.CN ', 'Wang@example.cn'],
    ['w.x+y@mail.example.com', 'w.x+y@mail.example.com'],
  ])('reads %j', (text, value) => expect(normaliseEmail(text)).toEqual({ ok: true, value }));

  test.each([
    'w',
    'w@',
    'w@host',
    'a@b.cn, c@d.cn',
    'a@b.cn\r\nBcc: c@d.cn',
    '"<a@b.cn>"',
    '.a@b.cn',
    'a@-b.cn',
  ])('refuses %j', (text) => expect(normaliseEmail(text).ok).toBe(false));

  it('masks them', () => {
    expect(maskAddress('13812345678')).toBe('138****5678');
    expect(maskAddress('wang@example.cn')).toBe('w***@example.cn');
  });
});

it('fills in what there is a place for, and nothing else', () => {
  const text = { zh: '编号{code}{story}', en: '{code}: {link}' };
  const facts = { code: '2026-1', due: '', link: 'https://x', office: '' };
  expect(fillMessage(text, 'zh', facts)).toBe('编号2026-1{story}');
  expect(fillMessage(text, 'en', facts)).toBe('2026-1: https://x');
});
