import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import { procedureInForce, proceduresInForce } from '#domain/roadmap/procedures/in-force.ts';
import { mainClockOf, type Procedure } from '#domain/roadmap/procedures/procedure.ts';
import { type Reckoned, reckonClock } from '#domain/roadmap/procedures/reckon.ts';
import { makeCityCalendar } from '#server/adapters/calendar.ts';
import { type CityPack, loadCityPack } from '#server/adapters/city-pack.ts';

/*
 * Every date below was worked out by hand from the law and the State Council's calendar of 2026: off are Jan 1–3,
 * Feb 15–23, Apr 4–6, May 1–5, June 19–21, Sept 25–27 and Oct 1–7; worked instead are Jan 4, Feb 14 and 28, May 9,
 * Sept 20 and Oct 10. The first day does not count, a last day off moves to the next working day (民诉法 85).
 */
const day = Temporal.PlainDate.from;
let pack: CityPack;
beforeAll(async () => {
  pack = await loadCityPack(import.meta.dirname);
});

function inForce(key: string, on: string): Procedure {
  const procedure = procedureInForce(pack.procedures, key, day(on));
  if (procedure === undefined) throw new Error(`${key} is not in force on ${on}`);
  return procedure;
}

type More = { readonly clock?: string; readonly extend?: number; readonly pause?: readonly [string, string] };

function reckon(key: string, from: string, { clock, extend, pause }: More = {}): Reckoned {
  return reckonClock({
    procedure: inForce(key, from),
    clockKey: clock,
    startedOn: day(from),
    extendBy: extend === undefined ? [] : [extend],
    pauses: pause === undefined ? [] : [{ from: day(pause[0]), until: day(pause[1]) }],
    at: day(from),
    calendar: makeCityCalendar(pack.calendar),
  });
}

/** The due day, with `?` where it is provisional, and the source; or why it is refused. */
function due(key: string, from: string, more: More = {}): string {
  const reckoned = reckon(key, from, more);
  if (!reckoned.ok) return reckoned.refusal;
  const { dueOn, provisional } = reckoned.reading;
  return provisional ? `${dueOn}?` : dueOn.toString();
}

const sourceOf = (key: string, clock?: string, on = '2026-09-25'): string | undefined => {
  const { clocks } = inForce(key, on);
  return clocks.find((one) => (clock === undefined ? one.isMain : one.key === clock))?.source;
};

test('people-mediation: one month as a rule (人民调解工作若干规定 33; 民法典 202)', () => {
  // Sept 25 → Oct 25, a Sunday: Mon 26.
  expect(due('people-mediation', '2026-09-25')).toBe('2026-10-26');
  // Jan 31 → the last of February, Sat 28, worked instead of the Spring Festival.
  expect(due('people-mediation', '2026-01-31')).toBe('2026-02-28');
  // Nov 30 → Dec 30, a Wednesday; Dec 10 → Jan 10, a Sunday of a year without a calendar: Mon 11.
  expect(due('people-mediation', '2026-11-30')).toBe('2026-12-30');
  expect(due('people-mediation', '2026-12-10')).toBe('2027-01-11?');
  expect(due('people-mediation', '2026-09-25', { extend: 10 })).toBe('extension-not-provided');
  expect(due('people-mediation', '2026-09-25', { pause: ['2026-10-10', '2026-10-20'] })).toBe(
    'pause-not-provided',
  );
  expect(sourceOf('people-mediation')).toContain('人民调解工作若干规定第三十三条');
});

test('people-mediation: the parties may ask for confirmation for 30 days (人民调解法 33)', () => {
  // Sept 4 + 30 = Oct 4 (26 to Sept 30), National Day: Thu Oct 8.
  expect(due('people-mediation', '2026-09-04', { clock: 'confirm' })).toBe('2026-10-08');
  expect(inForce('people-mediation', '2026-09-04').clocks.find(({ key }) => key === 'confirm')).toMatchObject(
    {
      starts: 'agreed',
      owedBy: 'party',
    },
  );
  expect(sourceOf('people-mediation', 'confirm')).toContain('人民调解法第三十三条');
});

test('judicial-confirmation: 30 days from docketing (民事诉讼法 187)', () => {
  // Sept 3 + 30 = Oct 3 (27 to Sept 30): Oct 8.
  expect(due('judicial-confirmation', '2026-09-03')).toBe('2026-10-08');
  // From Oct 8 as moved: 23 to Oct 31, Nov 7, a Saturday: Mon 9.
  expect(due('judicial-confirmation', '2026-09-03', { extend: 30 })).toBe('2026-11-09');
  expect(sourceOf('judicial-confirmation')).toContain('民事诉讼法第一百八十七条');
});

test('petition-routing: 15 days to route, 15 to answer, 5 working days to object (信访工作条例 22, 23)', () => {
  // Feb 6 + 15 = Feb 21, Spring Festival until the 23rd: Tue 24.
  expect(due('petition-routing', '2026-02-06')).toBe('2026-02-24');
  // Sept 18 + 15 = Oct 3: Oct 8.
  expect(due('petition-routing', '2026-09-18', { clock: 'accept' })).toBe('2026-10-08');
  // Sept 30, then Oct 8, 9, Sat 10, Mon 12.
  expect(due('petition-routing', '2026-09-29', { clock: 'object' })).toBe('2026-10-12');
  expect(sourceOf('petition-routing')).toContain('信访工作条例第二十二条');
});

test('petition-handling: 60 days from acceptance, at most 30 more (信访工作条例 34)', () => {
  // 29 to Mar 31, 59 to Apr 30, 60 is May 1; off until the 5th: Wed 6.
  expect(due('petition-handling', '2026-03-02')).toBe('2026-05-06');
  // From May 6: 25 to May 31, 30 on Fri June 5 (from May 1 it would have been May 31).
  expect(due('petition-handling', '2026-03-02', { extend: 30 })).toBe('2026-06-05');
  expect(due('petition-handling', '2026-03-02', { extend: 31 })).toBe('extension-too-long');
  // 20 to Nov 30, 51 to Dec 31, 60 is Sat Jan 9 of a year without a calendar: Mon 11.
  expect(due('petition-handling', '2026-11-10')).toBe('2027-01-11?');
  // Due Wed Dec 30 (30 to Nov 30, 60), published; 30 more cross the year: Fri Jan 29.
  expect(due('petition-handling', '2026-10-31')).toBe('2026-12-30');
  expect(due('petition-handling', '2026-10-31', { extend: 30 })).toBe('2027-01-29?');
  expect(due('petition-handling', '2026-03-02', { pause: ['2026-03-10', '2026-03-20'] })).toBe(
    'pause-not-provided',
  );
  expect(sourceOf('petition-handling')).toContain('信访工作条例第三十四条');
});

test('petition-handling: a review may be asked for 30 days from the answer (信访工作条例 35)', () => {
  // 25 to June 30, July 5, a Sunday: Mon 6.
  expect(due('petition-handling', '2026-06-05', { clock: 'review' })).toBe('2026-07-06');
  expect(sourceOf('petition-handling', 'review')).toContain('信访工作条例第三十五条');
});

test('petition-review: 30 days, hearings left out; then 30 days for a re-review (信访工作条例 35, 36)', () => {
  // 22 to Sept 30, Oct 8, the first working day after the holiday.
  expect(due('petition-review', '2026-09-08')).toBe('2026-10-08');
  // Ten days stand, 14 to 23: Oct 18, a Sunday: Mon 19.
  expect(due('petition-review', '2026-09-08', { pause: ['2026-09-14', '2026-09-24'] })).toBe('2026-10-19');
  expect(due('petition-review', '2026-09-08', { pause: ['2026-09-14', '2026-10-15'] })).toBe(
    'pause-too-long',
  );
  expect(due('petition-review', '2026-09-08', { extend: 10 })).toBe('extension-not-provided');
  // 12 to Oct 31, Wed Nov 18.
  expect(due('petition-review', '2026-10-19', { clock: 're-review' })).toBe('2026-11-18');
  expect(sourceOf('petition-review')).toContain('信访工作条例第三十五条');
});

test('petition-re-review: 30 days, hearings left out, and then it is at its end (信访工作条例 36)', () => {
  // 11 to Jan 31, Feb 19, Spring Festival: Tue 24.
  expect(due('petition-re-review', '2026-01-20')).toBe('2026-02-24');
  // Jan 26 to 30 stand: 30 days and 5 end on Feb 24.
  expect(due('petition-re-review', '2026-01-20', { pause: ['2026-01-26', '2026-01-31'] })).toBe('2026-02-24');
  expect(inForce('petition-re-review', '2026-01-20').outcomes.flatMap(({ next }) => next)).toEqual([
    'exit',
    'exit',
  ]);
  expect(sourceOf('petition-re-review')).toContain('信访工作条例第三十六条');
});

test('labour-mediation: 15 days from the application (劳动争议调解仲裁法 14)', () => {
  // 11 to Apr 30, May 4: Wed 6.
  expect(due('labour-mediation', '2026-04-19')).toBe('2026-05-06');
  expect(sourceOf('labour-mediation')).toContain('劳动争议调解仲裁法第十四条');
});

test('labour-arbitration: 45 days from acceptance, at most 15 more (劳动争议调解仲裁法 43)', () => {
  // 11 to Aug 31, 41 to Sept 30, Oct 4: Oct 8.
  expect(due('labour-arbitration', '2026-08-20')).toBe('2026-10-08');
  // Oct 8 + 15 = Fri Oct 23.
  expect(due('labour-arbitration', '2026-08-20', { extend: 15 })).toBe('2026-10-23');
  expect(due('labour-arbitration', '2026-08-20', { extend: 16 })).toBe('extension-too-long');
  expect(sourceOf('labour-arbitration')).toContain('劳动争议调解仲裁法第四十三条');
});

test('labour-arbitration: accept in 5 days, limitation of a year, 15 days to sue (同法 27, 29, 48, 50)', () => {
  // Sept 28 + 5 = Oct 3: Oct 8. Its five days are natural ones.
  expect(due('labour-arbitration', '2026-09-28', { clock: 'accept' })).toBe('2026-10-08');
  // Feb 28 a year later is a Sunday: Mon Mar 1.
  expect(due('labour-arbitration', '2026-02-28', { clock: 'apply' })).toBe('2027-03-01?');
  // 8 to Oct 31, Nov 7, a Saturday: Mon 9.
  expect(due('labour-arbitration', '2026-10-23', { clock: 'sue' })).toBe('2026-11-09');
});

test('rural-land-arbitration: 60 days from acceptance, at most 30 more (农村土地承包经营纠纷调解仲裁法 47)', () => {
  // 28 to Aug 31, 58 to Sept 30, Oct 2: Oct 8; 30 more are Sat Nov 7: Mon 9.
  expect(due('rural-land-arbitration', '2026-08-03')).toBe('2026-10-08');
  expect(due('rural-land-arbitration', '2026-08-03', { extend: 30 })).toBe('2026-11-09');
  expect(sourceOf('rural-land-arbitration')).toContain('第四十七条');
});

test('rural-land-arbitration: accept in 5 working days, limitation of two years, 30 days to sue (同法 23, 18, 48)', () => {
  // Fri 13, Sat 14 (worked), Tue 24, 25, 26.
  expect(due('rural-land-arbitration', '2026-02-12', { clock: 'accept' })).toBe('2026-02-26');
  // May 2, 2028 is a holiday in any year: Wed 3.
  expect(due('rural-land-arbitration', '2026-05-02', { clock: 'apply' })).toBe('2028-05-03?');
  // 21 to Nov 30, Wed Dec 9.
  expect(due('rural-land-arbitration', '2026-11-09', { clock: 'sue' })).toBe('2026-12-09');
});

test('administrative-reconsideration: decide in 60 days, 30 in the simplified way, at most 30 more (行政复议法 62)', () => {
  // 28 to Aug 31, 58 to Sept 30, Oct 2: Oct 8; 30 more are Sat Nov 7: Mon 9.
  expect(due('administrative-reconsideration', '2026-08-03')).toBe('2026-10-08');
  expect(due('administrative-reconsideration', '2026-08-03', { extend: 30 })).toBe('2026-11-09');
  // 30 to Dec 31, 60 is Sat Jan 30: Mon Feb 1.
  expect(due('administrative-reconsideration', '2026-12-01')).toBe('2027-02-01?');
  // Sept 1 + 30 = Oct 1: Oct 8.
  const simplified = { clock: 'decide-simplified' };
  expect(due('administrative-reconsideration', '2026-09-01', simplified)).toBe('2026-10-08');
  expect(due('administrative-reconsideration', '2026-09-01', { ...simplified, extend: 5 })).toBe(
    'extension-not-provided',
  );
  // 行政复议法 39: ten days stand; 60 days and 10 from Mar 2 are Mon May 11.
  expect(due('administrative-reconsideration', '2026-03-02', { pause: ['2026-03-10', '2026-03-20'] })).toBe(
    '2026-05-11',
  );
  expect(sourceOf('administrative-reconsideration')).toContain('行政复议法第六十二条');
});

test('administrative-reconsideration: apply within 60 days, examined in 5 working days (行政复议法 20, 30, 88)', () => {
  // 24 to Aug 31, 54 to Sept 30, Oct 6: Oct 8.
  expect(due('administrative-reconsideration', '2026-08-07', { clock: 'apply' })).toBe('2026-10-08');
  // Sept 30, Oct 8, 9, Sat 10, Mon 12.
  expect(due('administrative-reconsideration', '2026-09-29', { clock: 'accept' })).toBe('2026-10-12');
});

test('commercial-arbitration: accept in 5 days; the award has no limit by law (仲裁法)', () => {
  // Sept 28 + 5 = Oct 3: Oct 8.
  expect(due('commercial-arbitration', '2026-09-28')).toBe('2026-10-08');
  expect(mainClockOf(inForce('commercial-arbitration', '2026-09-28'))?.title.zh).toContain(
    '裁决没有法定期限',
  );
  expect(inForce('commercial-arbitration', '2026-09-28').excludedKinds).toEqual(['01', '08', '10']);
});

test('commercial-arbitration: set aside within three months, six before March 2026 (仲裁法 72; 2017年修正 59)', () => {
  // July 1 → Oct 1: Oct 8.
  expect(due('commercial-arbitration', '2026-07-01', { clock: 'set-aside' })).toBe('2026-10-08');
  // Jan 4 → July 4, a Saturday: Mon 6.
  expect(due('commercial-arbitration', '2026-01-04', { clock: 'set-aside' })).toBe('2026-07-06');
  expect(sourceOf('commercial-arbitration', 'set-aside', '2026-03-01')).toContain('2025年修订');
  expect(sourceOf('commercial-arbitration', 'set-aside', '2026-02-28')).toContain('2017年修正');
});

test('medical-mediation: 30 working days, appraisals left out, longer if both agree (医疗纠纷预防和处理条例 38)', () => {
  // Sept 23, 24, 28–30 make 5; Oct 8, 9, Sat 10 make 8; three weeks to Oct 30 make 23; to Nov 6 28; Tue Nov 10.
  expect(due('medical-mediation', '2026-09-22')).toBe('2026-11-10');
  // Two weeks of appraisal, Oct 12 to 25, are ten working days: Nov 11–13, 16–20, 23, Tue 24.
  const pause = ['2026-10-12', '2026-10-26'] as const;
  expect(due('medical-mediation', '2026-09-22', { pause })).toBe('2026-11-24');
  // Nov 10 and 10 working days more: Nov 11–13, 16–20, 23, Tue 24.
  expect(due('medical-mediation', '2026-09-22', { extend: 10 })).toBe('2026-11-24');
  expect(mainClockOf(inForce('medical-mediation', '2026-09-22'))).toMatchObject({
    isVerified: false,
    source: '医疗纠纷预防和处理条例第三十八条',
  });
});

test('court-appointed-mediation: 30 days before docketing, 15 or 7 after it (特邀调解的规定 27)', () => {
  // Sept 4 + 30 = Oct 4: Oct 8; both agree on 30 more: Sat Nov 7: Mon 9.
  expect(due('court-appointed-mediation', '2026-09-04')).toBe('2026-10-08');
  expect(due('court-appointed-mediation', '2026-09-04', { extend: 30 })).toBe('2026-11-09');
  // Sept 18 + 15 = Oct 3 and Sept 24 + 7 = Oct 1: Oct 8.
  expect(due('court-appointed-mediation', '2026-09-18', { clock: 'settle-ordinary' })).toBe('2026-10-08');
  expect(due('court-appointed-mediation', '2026-09-24', { clock: 'settle-summary' })).toBe('2026-10-08');
  expect(sourceOf('court-appointed-mediation')).toContain('第二十七条');
});

test('consumer-complaint: the business and the regulator answer in 7 working days, it ends at 45 (消费者权益保护法 46)', () => {
  // 4 to Jan 30, 14 to Feb 13, Sat 14 is 15; 19 to Feb 27, Sat 28 is 20; five weeks to Fri Apr 3 make 45.
  expect(due('consumer-complaint', '2026-01-26')).toBe('2026-04-03');
  // Sept 30, Oct 8, 9, Sat 10, 12, 13, Wed 14.
  expect(due('consumer-complaint', '2026-09-29', { clock: 'accept' })).toBe('2026-10-14');
  expect(due('consumer-complaint', '2026-09-29', { clock: 'business-answer' })).toBe('2026-10-14');
  expect(sourceOf('consumer-complaint', 'accept')).toContain('消费者权益保护法第四十六条');
});

test('administrative-mediation: 30 days as the city sets it', () => {
  // 22 to Oct 31, Nov 8, a Sunday: Mon 9.
  expect(due('administrative-mediation', '2026-10-09')).toBe('2026-11-09');
  expect(mainClockOf(inForce('administrative-mediation', '2026-10-09'))).toMatchObject({
    isVerified: false,
    source: '本市规定（可编辑）',
  });
});

test('hotline-transfer: 5 working days as the city sets it', () => {
  // Dec 29, 30, 31; New Year; Mon Jan 4, Tue 5 of a year without a calendar.
  expect(due('hotline-transfer', '2026-12-28')).toBe('2027-01-05?');
  expect(mainClockOf(inForce('hotline-transfer', '2026-12-28'))?.source).toBe('本市规定（可编辑）');
});

describe('the roadmap of Baotou', () => {
  const keys = [
    'people-mediation',
    'judicial-confirmation',
    'petition-routing',
    'petition-handling',
    'petition-review',
    'petition-re-review',
    'labour-mediation',
    'labour-arbitration',
    'rural-land-arbitration',
    'administrative-reconsideration',
    'commercial-arbitration',
    'medical-mediation',
    'court-appointed-mediation',
    'consumer-complaint',
    'administrative-mediation',
    'hotline-transfer',
  ];

  test('has the sixteen procedures in force', () => {
    expect(proceduresInForce(pack.procedures, day('2026-09-25')).map(({ key }) => key)).toEqual(keys);
  });

  test('what a party refuses is mediation, and nothing else', () => {
    const voluntary = pack.procedures.filter(({ isVoluntary }) => isVoluntary).map(({ key }) => key);
    expect(new Set(voluntary)).toEqual(
      new Set(keys.filter((key) => key.endsWith('-mediation') || key === 'people-mediation')),
    );
  });

  test('whatever is a city’s own or was not read in the law says so', () => {
    const local = pack.procedures
      .flatMap(({ clocks }) => clocks)
      .filter(({ source }) => source.includes('本市'));
    expect(local.length).toBeGreaterThan(0);
    expect(local.every(({ isVerified }) => !isVerified)).toBe(true);
  });

  test('a day before a law is in force has no procedure of it', () => {
    expect(procedureInForce(pack.procedures, 'petition-handling', day('2022-04-30'))).toBeUndefined();
  });
});
