import { expect, it } from 'vitest';
import { makeMatterCode, parseMatterCode } from '#domain/matters/matter-code.ts';
import { codeRandomness, matterIdOf, stampedIds } from './stamped-id.ts';

it('gives no two seeded matters one code, however often one of them is tried again', () => {
  const codes = new Set<string>();
  const numbers = Array.from({ length: 20_000 }, (_, at) => (at < 10_000 ? at : 99_990_000 + at));
  for (const number of numbers)
    for (const attempt of [0, 1, 2])
      codes.add(makeMatterCode({ year: 2026, random: codeRandomness(number, attempt) }));
  expect(codes.size).toBe(numbers.length * 3);
  for (const code of [...codes].slice(0, 100)) expect(parseMatterCode(code).ok).toBe(true);
});

it('says in the id when it was made and which one it is', () => {
  const time = Date.parse('2026-03-02T01:00:00Z').toString(16).padStart(12, '0');
  const id = matterIdOf(time, 999_999);
  expect(id).toBe('019cac0f-2680-7000-8eed-5eed000f423f');
  const like = new RegExp(`^${stampedIds.replaceAll('_', '.')}$`);
  expect(id).toMatch(like);
  expect('019cac0f-2680-7000-8000-5eed000f423f').not.toMatch(like);
});
