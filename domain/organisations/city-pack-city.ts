import { Temporal } from 'temporal-polyfill';
import type { CalendarData } from '#domain/roadmap/calendar.ts';
import type { City } from './city-pack.ts';
import type { CheckedRow, PackReader } from './city-pack-table.ts';

const cityKeys = [
  'code',
  'name',
  'name_en',
  'zone',
  'area_code',
  'enquiry_phone',
  'minimum_reopen_working_days',
  'review_one_in',
  'published_years',
] as const;
type CityKey = (typeof cityKeys)[number];

/** The city's own settings. `published_years` names the years whose holidays stand in calendar.csv, e.g. 2027;2028. */
export function checkCity(reader: PackReader): {
  readonly city: City;
  readonly publishedYears: readonly number[];
} {
  const rows = new Map<CityKey, CheckedRow<'key' | 'value'>>();
  for (const row of reader.rows('city.csv')) {
    const key = cityKeys.find((known) => known === row.cell('key'));
    if (key === undefined) row.fault(`unknown key "${row.cell('key')}"; known are ${cityKeys.join(', ')}`);
    else rows.set(key, row);
  }
  const read = (key: CityKey, isRight: (value: string) => boolean, rule: string): string => {
    const row = rows.get(key);
    const value = row?.cell('value') ?? '';
    if (!row) reader.fault('city.csv', `the key "${key}" is missing`);
    else if (!isRight(value)) row.fault(`${key} ${rule}, not "${value}"`);
    return value;
  };
  const readNumber = (key: CityKey) =>
    Number(read(key, (value) => /^[1-9][0-9]{0,2}$/.test(value), 'is a whole number from 1'));
  const says = (value: string) => value !== '';
  const city: City = {
    code: read('code', (value) => /^[0-9]{4}$/.test(value), 'has four digits'),
    name: read('name', says, 'says something'),
    nameEn: read('name_en', says, 'says something'),
    zone: read('zone', isZone, 'is a time zone such as Asia/Shanghai'),
    areaCode: read('area_code', (value) => /^0[0-9]{2,3}$/.test(value), 'is a dialling code such as 0472'),
    enquiryPhone: read('enquiry_phone', (value) => /^[0-9-]{5,16}$/.test(value), 'is a telephone number'),
    minimumReopenWorkingDays: readNumber('minimum_reopen_working_days'),
    reviewOneIn: readNumber('review_one_in'),
  };
  const years = read(
    'published_years',
    (value) => /^([0-9]{4}(;[0-9]{4})*)?$/.test(value),
    'lists years such as 2027;2028',
  );
  return { city, publishedYears: years === '' ? [] : years.split(';').map(Number) };
}

/** What the city adds to the published calendar: holidays, and weekends that are worked. */
export function checkCalendar(reader: PackReader, publishedYears: readonly number[]): CalendarData {
  const holidays: string[] = [];
  const makeUpWorkdays: string[] = [];
  for (const row of reader.rows('calendar.csv')) {
    const date = row.cell('date');
    const kind = row.cell('kind');
    if (!isDate(date)) row.fault(`a date is a day such as 2027-10-01, not "${date}"`);
    if (kind === 'holiday') holidays.push(date);
    else if (kind === 'workday') makeUpWorkdays.push(date);
    else row.fault(`unknown kind "${kind}"; known are holiday, workday`);
  }
  for (const year of publishedYears) {
    if (!holidays.some((date) => date.startsWith(`${year}-`))) {
      reader.fault('calendar.csv', `${year} is named in city.csv as published, but has no holiday here`);
    }
  }
  return { holidays, makeUpWorkdays, publishedYears };
}

/** Whether the text is a day that exists, such as 2027-10-01. */
export function isDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function isZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}
