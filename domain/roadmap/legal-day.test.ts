import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { legalDay } from './legal-day.ts';

const day = (instant: string, zone: string): string =>
  legalDay(Temporal.Instant.from(instant), zone).toString();

it.each([
  ['2026-03-01T15:59:59.999Z', 'Asia/Shanghai', '2026-03-01'],
  ['2026-03-01T16:00:00Z', 'Asia/Shanghai', '2026-03-02'],
  // the same minute at another place, and back
  ['2026-03-01T16:00:00Z', 'America/New_York', '2026-03-01'],
  ['2026-03-01T16:00:59Z', 'Asia/Shanghai', '2026-03-02'],
  ['2026-03-01T15:59:00Z', 'Asia/Shanghai', '2026-03-01'],
  // half an hour off the full one
  ['2026-03-01T18:29:59Z', 'Asia/Kolkata', '2026-03-01'],
  ['2026-03-01T18:30:00Z', 'Asia/Kolkata', '2026-03-02'],
])('%s in %s is %s', (instant, zone, expected) => expect(day(instant, zone)).toBe(expected));
