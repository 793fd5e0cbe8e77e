import { Temporal } from 'temporal-polyfill';
import type { Checked, ResidentIdRefusal } from './identifier-refusals.ts';
import { bareIdentifier } from './identifier-text.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/** Whether the text is a resident identity number of 18 characters by region, birth date and check digit (GB 11643). */
export function checkResidentId(text: string): Checked<ResidentIdRefusal> {
  const value = bareIdentifier(text);
  if (value.length !== 18) return { ok: false, reason: 'resident-id-length' };
  if (!/^[0-9]{17}[0-9X]$/.test(value)) return { ok: false, reason: 'resident-id-characters' };
  if (value.startsWith('0')) return { ok: false, reason: 'resident-id-region' };
  if (!isBirthDate(value.slice(6, 14))) return { ok: false, reason: 'resident-id-birth-date' };
  if (value.charAt(17) !== residentIdCheckDigit(value))
    return { ok: false, reason: 'resident-id-check-digit' };
  return { ok: true, value };
}

/** The check digit that belongs to the first 17 digits (ISO 7064 MOD 11-2, as GB 11643 prescribes). */
export function residentIdCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0);
  return checkDigits.charAt(sum % 11);
}

function isBirthDate(yyyymmdd: string): boolean {
  const year = Number(yyyymmdd.slice(0, 4));
  const month = Number(yyyymmdd.slice(4, 6));
  const day = Number(yyyymmdd.slice(6, 8));
  if (year < 1850 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}
