import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createKeys } from './keys.ts';
import { openStream, sealStream } from './sealed-stream.ts';

const keys = createKeys(randomBytes(32));
const key = keys.newMatterKey();

async function* inParts(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}
async function gather(parts: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const found: Buffer[] = [];
  for await (const part of parts) found.push(part);
  return found;
}
const sealed = async (content: Buffer, size = 1000): Promise<Buffer[]> =>
  gather(sealStream(keys, key, 'export/1', inParts(content, size)));
const opened = async (content: Buffer, boundTo = 'export/1'): Promise<Buffer> =>
  Buffer.concat(await gather(openStream(keys, key, boundTo, inParts(content, 777))));

it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])('opens %i bytes as they were', async (size) => {
  const content = randomBytes(size);
  const stored = await sealed(content);
  expect(stored).toHaveLength(Math.max(1, Math.ceil(size / 65_536)));
  expect(await opened(Buffer.concat(stored))).toEqual(content);
  expect(await opened(Buffer.concat(await sealed(content, 200_000)))).toEqual(content);
});

it('opens nothing that was cut short, swapped, changed or taken from elsewhere', async () => {
  const pieces = await sealed(randomBytes(200_000));
  const whole = Buffer.concat(pieces);
  const [first, second, ...rest] = pieces as [Buffer, Buffer, ...Buffer[]];
  const changed = Buffer.from(whole);
  changed[70_000] = (changed[70_000] ?? 0) ^ 1;
  for (const bad of [
    Buffer.concat(pieces.slice(0, -1)),
    whole.subarray(0, whole.length - 1),
    Buffer.concat([second, first, ...rest]),
    Buffer.concat([whole, first]),
    changed,
  ]) {
    await expect(opened(bad)).rejects.toThrow();
  }
  await expect(opened(whole, 'export/2')).rejects.toThrow();
});
