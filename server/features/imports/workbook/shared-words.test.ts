import { expect, it } from 'vitest';
import { openSharedWords } from './shared-words.ts';

const count = 45_000;
const wordOf = (n: number): string => `第 ${n} 件，${'𠮷野家门口堆物&amp;占道。'.repeat(8)}`;

async function* pieces(asked: { most: number }): AsyncGenerator<string> {
  yield '<sst>';
  for (let n = 0; n < count; n += 1) {
    asked.most = n;
    yield `<si><t>${wordOf(n)}</t></si>`;
  }
  yield '</sst>';
}

it('tells any word of many, reads only as far as is asked, and keeps few of them unpacked', async () => {
  const asked = { most: 0 };
  const shared = openSharedWords(pieces(asked));
  await shared.readUpTo(300);
  expect(asked.most).toBeLessThanOrEqual(301);
  const plain = (n: number): string => wordOf(n).replaceAll('&amp;', '&');
  expect([shared.at(0), shared.at(255), shared.at(256), shared.at(300)]).toEqual(
    [0, 255, 256, 300].map(plain),
  );

  await shared.readUpTo(count + 7);
  for (let step = 0; step < 500; step += 1) {
    const place = (step * 7919) % count;
    expect(shared.at(place)).toBe(plain(place));
  }
  expect(shared.at(count - 1)).toBe(plain(count - 1));
  expect([shared.at(count), shared.at(-1), shared.at(0.5), shared.at(Number.NaN)]).toEqual(['', '', '', '']);
  await shared.close();
});
