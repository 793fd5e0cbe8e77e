import type { PartyBody } from '#contract/matters/register-matter.ts';
import type { Seat } from '#domain/matters/vocabulary.ts';
import { creditCodeCheckCharacter } from '#domain/parties/credit-code.ts';
import { residentIdCheckDigit } from '#domain/parties/resident-id.ts';
import type { Draw } from './draw.ts';

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈'];
const given = [
  '建国',
  '秀英',
  '海燕',
  '志强',
  '丽娟',
  '文斌',
  '桂兰',
  '晓东',
  '玉梅',
  '永刚',
  '雪梅',
  '俊峰',
  '春花',
  '国庆',
  '淑芬',
  '红霞',
  '立新',
  '小军',
  '敏',
  '伟',
  '静',
  '磊',
  '芳',
  '涛',
  '娜',
  '勇',
  '艳',
  '杰',
  '燕',
  '平',
];
const mongolNames = ['巴雅尔', '其木格', '乌云', '娜仁', '苏日娜', '朝鲁', '阿拉坦', '萨仁'];

export function personName(draw: Draw): string {
  return draw.isChance(8) ? draw.one(mongolNames) : draw.one(surnames) + draw.one(given);
}

/** A person who does not exist: their number belongs to a region that there is not (159999). */
export function person(draw: Draw, seat: Seat): PartyBody {
  const hasNumber = draw.isChance(55);
  const name = personName(draw);
  const phone = draw.isChance(85) ? phoneNumber(draw) : undefined;
  return {
    seat,
    kind: 'person',
    name,
    ...(phone !== undefined && { phone, ...(seat === 'applicant' && choiceOf(phone)) }),
    ...(hasNumber && { residentId: residentNumber(draw) }),
    ...(draw.isChance(30) && {
      address: `${draw.one(['东', '西', '南', '北'])}区${draw.between(1, 30)}栋${draw.between(1, 9)}0${draw.between(1, 4)}`,
    }),
  };
}

/** Some chose to be told: by the last figure of their number, so that nothing else is drawn differently. */
function choiceOf(phone: string): Pick<PartyBody, 'toldBy' | 'toldLanguage' | 'email'> {
  if (/[26]$/.test(phone)) return { toldBy: 'sms', toldLanguage: 'zh' };
  if (/4$/.test(phone))
    return { toldBy: 'mail', toldLanguage: 'en', email: `demo${phone.slice(-4)}@example.cn` };
  return {};
}

export function organisation(draw: Draw, name: string): PartyBody {
  return {
    seat: 'respondent',
    kind: 'organisation',
    name,
    ...(draw.isChance(50) && { creditCode: creditCode(draw) }),
    ...(draw.isChance(60) && { phone: `0472${draw.between(2, 8)}${digits(draw, 6)}` }),
  };
}

export function residentNumber(draw: Draw): string {
  const born = `${draw.between(1950, 2003)}${two(draw.between(1, 12))}${two(draw.between(1, 28))}`;
  const first17 = `159999${born}${digits(draw, 3)}`;
  return first17 + residentIdCheckDigit(first17);
}

export function creditCode(draw: Draw): string {
  const first17 = `91159999MA${digits(draw, 7)}`;
  return first17 + creditCodeCheckCharacter(first17);
}

export function phoneNumber(draw: Draw): string {
  return `1990000${digits(draw, 4)}`;
}

export function digits(draw: Draw, count: number): string {
  return Array.from({ length: count }, () => draw.between(0, 9)).join('');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
