import { expect, it } from 'vitest';
import { writtenIn } from './expect-silence.ts';
import { leaksIn } from './silence-door.ts';

it('knows what people wrote, in forms and in JSON, from what the program made', () => {
  const form = new URLSearchParams({
    name: '卢工友',
    phone: '13800004001',
    kind: '10',
    go: 'next',
  }).toString();
  expect(writtenIn(form)).toEqual(['卢工友', '13800004001']);
  const json = {
    id: '019a0000-0000-7000-8000-000000000001',
    parties: [{ name: '王示例', day: '2026-03-02' }],
  };
  expect(writtenIn(JSON.stringify(json))).toEqual(['王示例']);
});

it('finds it in what the program says, and anybody’s number too', () => {
  const log = '{"level":30,"time":1773000000000,"route":"/p/bring/contact","ms":12,"msg":"answered"}';
  expect(leaksIn(log, ['卢工友'])).toEqual([]);
  expect(leaksIn(`${log} 卢工友`, ['卢工友'])[0]).toContain('卢工友');
  expect(leaksIn(`${log} /p?name=%E5%8D%A2%E5%B7%A5%E5%8F%8B`, ['卢工友'])).toHaveLength(1);
  expect(leaksIn('called 13800004001 now', [])).toHaveLength(1);
  expect(leaksIn('number 15020419880101123X', [])).toHaveLength(1);
});
