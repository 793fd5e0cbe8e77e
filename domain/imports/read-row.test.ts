import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type ImportField, readRow } from './read-row.ts';
import { createTimeReader, isTimeFormat } from './read-time.ts';

const formats = ['yyyy/M/d H:mm:ss', 'yyyy-M-d H:mm:ss', 'yyyy/M/d', 'yyyy年M月d日 HH:mm'];

describe('reading a typed time', () => {
  const readTime = createTimeReader(formats);
  it.each([
    ['2019/4/25 9:32:09', '2019-04-25T09:32:09'],
    ['2019/04/05  19:05:00', '2019-04-05T19:05:00'],
    [' ２０１９／４／２５　９：３２：０９ ', '2019-04-25T09:32:09'],
    ['2019-4-25 0:00:00', '2019-04-25T00:00:00'],
    ['2020/2/29', '2020-02-29T00:00:00'],
    ['2019年4月25日 09:32', '2019-04-25T09:32:00'],
  ])('reads %s', (typed, expected) => {
    expect(readTime(typed)?.toString()).toBe(expected);
  });

  it.each(['', '2019/2/29', '2019/13/1', '2019/4/25 24:00:00', '25/4/2019', '2019/4/25 9:32:09 PM', '昨天'])(
    'does not read %s',
    (typed) => {
      expect(readTime(typed)).toBeNull();
    },
  );

  it.each([
    ['yyyy/M/d', true],
    ['yyyy年MM月dd日 H:mm', true],
    ['M/d', false],
    ['yyyy/M/d h:mm', false],
    ['yyyy/M/d M', false],
    ['dd-MM-yy', false],
  ])('knows whether %s is a format', (format, isOne) => {
    expect(isTimeFormat(format)).toBe(isOne);
  });
});

describe('reading a row', () => {
  const reader = {
    readTime: createTimeReader(formats),
    zone: 'Asia/Shanghai',
    now: Temporal.Instant.from('2026-03-02T01:00:00Z'),
  };
  const good = {
    sourceNumber: ' ２５４９ ',
    subject: '物业\n收费',
    registeredAt: '2019/4/25 9:32:09',
    story: ' 一\r\n二 ',
    answer: '已答复。',
    answeredAt: '2019/5/10 14:56:53',
  };
  const reasons = (change: Partial<Record<ImportField, string>>): string[] => {
    const read = readRow({ ...good, ...change }, reader);
    return read.ok ? [] : read.faults.map(({ field, reason }) => `${field} ${reason}`);
  };

  it('takes it as a matter with its own times', () => {
    const read = readRow(good, reader);
    expect(read).toMatchObject({
      ok: true,
      matter: { sourceNumber: '2549', subject: '物业 收费', story: '一\n二' },
    });
    if (!read.ok) return;
    expect(read.matter.registeredAt.toString()).toBe('2019-04-25T01:32:09Z');
    expect(read.matter.answer?.at.toString()).toBe('2019-05-10T06:56:53Z');
    expect(read.matter.endedAt).toBe(read.matter.answer?.at);
  });

  it('does without an answer and without a subject', () => {
    const read = readRow({ ...good, subject: '', answer: '', answeredAt: '' }, reader);
    expect(read).toMatchObject({ ok: true, matter: { subject: '一', answer: null } });
  });

  it('keeps an answer that is older than its question', () => {
    expect(reasons({ answeredAt: '2018/1/1' })).toEqual([]);
  });

  it.each([
    [{ sourceNumber: ' ' }, ['sourceNumber missing']],
    [{ story: '　' }, ['story missing']],
    [{ story: '字'.repeat(10_001) }, ['story too-long']],
    [{ story: '𠮷'.repeat(10_000) }, []],
    [{ story: 'a\u0000b' }, ['story control-character']],
    [{ registeredAt: '' }, ['registeredAt missing']],
    [{ registeredAt: '2019/2/30' }, ['registeredAt time-unreadable']],
    [{ registeredAt: '2027/1/1' }, ['registeredAt time-in-the-future']],
    [{ answeredAt: '' }, ['answeredAt answer-without-time']],
    [{ answeredAt: '??', story: '' }, ['story missing', 'answeredAt time-unreadable']],
  ])('refuses %j', (change, expected) => {
    expect(reasons(change)).toEqual(expected);
  });
});
