import { toHalfWidth } from '#domain/parties/identifier-text.ts';

const digits: Readonly<Record<string, number>> = Object.fromEntries(
  ['〇零○', '一壹', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((signs, value) =>
    [...signs].map((sign) => [sign, value]),
  ),
);
const ten = /[十拾]/;
const sign = '[〇零○一壹二贰三叁四肆五伍六陆七柒八捌九玖十拾]';

/**
 * A number up to 99 as it is said (`十二`, `二十`, `三十一`), or digit after digit as years are (`二〇二六`); null where it
 * is neither.
 */
export function chineseNumber(text: string): number | null {
  const [before = '', after = '', ...more] = text.split(ten);
  if (text === '' || more.length > 0) return null;
  const plain = (part: string): number | null => {
    const values = [...part].map((one) => digits[one]);
    return values.some((value) => value === undefined) ? null : Number(values.join(''));
  };
  if (!ten.test(text)) return plain(text);
  if (before.length > 1 || after.length > 1) return null;
  const tens = before === '' ? 1 : plain(before);
  const ones = after === '' ? 0 : plain(after);
  return tens === null || ones === null || tens === 0 ? null : tens * 10 + ones;
}

/** Half-width digits for full-width ones, and for Chinese ones wherever a unit of time follows them. */
export function withPlainDigits(text: string): string {
  return toHalfWidth(text).replace(new RegExp(`${sign}+(?=\\s*[年月日号时点分秒])`, 'g'), (found) =>
    String(chineseNumber(found) ?? found),
  );
}

/** The year that a title or the name of a sheet tells: `2026年信访台账`, `二〇二六年度`, `2026`. */
export function yearToldBy(text: string): number | null {
  const plain = withPlainDigits(text);
  const found =
    /(?<![0-9])((?:19|20)[0-9]{2})\s*年/.exec(plain) ?? /(?<![0-9])(20[0-9]{2})(?![0-9])/.exec(plain);
  return found === null ? null : Number(found[1]);
}
