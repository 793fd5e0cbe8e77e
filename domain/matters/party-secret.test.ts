import { describe, expect, it } from 'vitest';
import { parsePartySecret } from './party-secret.ts';

describe('parsePartySecret', () => {
  it.each([
    'ABCDE-FG234',
    'abcde-fg234',
    ' abcdefg234 ',
    'ABC DE FG 234',
    'ＡＢＣＤＥ－ＦＧ２３４',
    'ABCDE–FG234',
    'a-b-c-d-e-f-g-2-3-4',
  ])('reads %s', (text) => expect(parsePartySecret(text)).toEqual({ ok: true, secret: 'ABCDE-FG234' }));

  it.each([
    ['', 'secret-length'],
    ['ABCDE-FG23', 'secret-length'],
    ['ABCDE-FG2345', 'secret-length'],
    ['ABCDE-FG230', 'secret-characters'],
    ['ABCDE-FG23O', 'secret-characters'],
    ['中文中文中文中文中文', 'secret-characters'],
  ])('refuses %s', (text, reason) => expect(parsePartySecret(text)).toEqual({ ok: false, reason }));
});
