import type { Checked, PhoneRefusal } from './identifier-refusals.ts';
import { toHalfWidth } from './identifier-text.ts';

/**
 * One form for one telephone, so that the same number typed twice is found again: mobile 11 digits, fixed line with
 * area code (the city's own is added where missing), extension after a hyphen, abroad with its plus.
 */
export function normalisePhone(text: string, areaCode = ''): Checked<PhoneRefusal> {
  const typed = toHalfWidth(text)
    .trim()
    .replace(/[\u2010-\u2015]/g, '-');
  const [main = '', extension = ''] = splitExtension(typed);
  if (!/^\+?[0-9 ()-]+$/.test(main)) return { ok: false, reason: 'phone-characters' };
  const digits = main.replace(/[^0-9]/g, '');
  if (digits.length < 5 || digits.length > 16) return { ok: false, reason: 'phone-length' };
  const number =
    main.startsWith('+') || digits.startsWith('0086') ? international(digits) : national(digits, areaCode);
  if (number === undefined) return { ok: false, reason: 'phone-not-recognised' };
  return { ok: true, value: extension === '' ? number : `${number}-${extension}` };
}

function splitExtension(typed: string): string[] {
  const found = /^(.*?[0-9)])\s*(?:转|分机|ext\.?|x|#)\s*([0-9]{1,6})$/i.exec(typed);
  if (found) return found.slice(1);
  // 0472-5151234-802: a third group after a complete fixed line is its extension.
  return /^(0[0-9]{2,3}-[0-9]{7,8})-([0-9]{1,6})$/.exec(typed)?.slice(1) ?? [typed];
}

function international(digits: string): string | undefined {
  const withoutZeros = digits.replace(/^00/, '');
  if (!withoutZeros.startsWith('86')) return `+${withoutZeros}`;
  const inChina = withoutZeros.slice(2);
  // Abroad the leading 0 of an area code is not dialled.
  return national(inChina, '') ?? national(`0${inChina}`, '');
}

function national(digits: string, areaCode: string): string | undefined {
  if (/^1[3-9][0-9]{9}$/.test(digits)) return digits;
  if (/^0[0-9]{9,11}$/.test(digits)) return digits;
  if (/^[48]00[0-9]{7}$/.test(digits)) return digits;
  if (/^[2-8][0-9]{6,7}$/.test(digits)) return areaCode + digits;
  // Short service numbers: 12345, 12348, 95533.
  if (/^(1[0-9]{4}|9[56][0-9]{3,4})$/.test(digits)) return digits;
  return undefined;
}
