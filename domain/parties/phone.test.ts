import { describe, expect, test } from 'vitest';
import { normalisePhone } from './phone.ts';

describe('normalisePhone', () => {
  test.each([
    ['13900000000', '13900000000'],
    ['139 0000 0000', '13900000000'],
    ['139-0000-0000', '13900000000'],
    ['１３９００００００００', '13900000000'],
    ['+86 139 0000 0000', '13900000000'],
    ['0086-13900000000', '13900000000'],
    ['0472-5151234', '04725151234'],
    ['(0472) 5151234', '04725151234'],
    ['+86 472 5151234', '04725151234'],
    ['5151234', '04725151234'],
    ['0472-5151234-802', '04725151234-802'],
    ['0472-5151234转802', '04725151234-802'],
    ['5151234 ext. 12', '04725151234-12'],
    ['400-000-1234', '4000001234'],
    ['12345', '12345'],
    ['+852 2123 4567', '+85221234567'],
  ])('%s is %s', (text, value) => {
    expect(normalisePhone(text, '0472')).toEqual({ ok: true, value });
  });

  test('a local number stays as it is where no area code is given', () => {
    expect(normalisePhone('5151234')).toEqual({ ok: true, value: '5151234' });
  });

  test.each([
    ['', 'phone-characters'],
    ['张三的电话', 'phone-characters'],
    ['1390000000a', 'phone-characters'],
    ['1234', 'phone-length'],
    ['13900000000139000', 'phone-length'],
    ['12900000000', 'phone-not-recognised'],
    ['139000000000', 'phone-not-recognised'],
  ])('%s is refused: %s', (text, reason) => {
    expect(normalisePhone(text, '0472')).toEqual({ ok: false, reason });
  });
});
