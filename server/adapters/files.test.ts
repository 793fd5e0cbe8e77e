import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFileStore } from './files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hejie-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('keeps a file under the hash of its bytes, once', async () => {
  const store = createFileStore(folder);
  const content = Buffer.from('sealed bytes');
  const stored = await store.put(content);
  expect(stored).toEqual({
    address: createHash('sha256').update(content).digest('hex'),
    size: content.length,
  });
  expect(await store.put(Readable.from([content.subarray(0, 3), content.subarray(3)]))).toEqual(stored);
  expect(await buffer(store.get(stored.address))).toEqual(content);
  expect(await store.has(stored.address)).toBe(true);
  await store.remove(stored.address);
  expect(await store.has(stored.address)).toBe(false);
});

it('leaves nothing behind when the source breaks', async () => {
  const store = createFileStore(folder);
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('the line went dead');
    })(),
  );
  await expect(store.put(broken)).rejects.toThrow('line went dead');
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});

it('reads no path but an address', () => {
  expect(() => createFileStore(folder).get('../../etc/passwd')).toThrow();
});

it('says where a file will lie before it lies there, and keeps none that could not be written down', async () => {
  const store = createFileStore(folder);
  let wasThere: boolean | undefined;
  const stored = await store.put(Buffer.from('announced'), async (address) => {
    wasThere = await store.has(address);
  });
  expect([wasThere, await store.has(stored.address)]).toEqual([false, true]);
  const refused = store.put(Buffer.from('not to be'), () => Promise.reject(new Error('no row for it')));
  await expect(refused).rejects.toThrow('no row');
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});

it('clears away what a dead program left half written, and nothing that is being written', async () => {
  const store = createFileStore(folder);
  await writeFile(join(folder, 'incoming', 'left'), 'half');
  expect(await store.clearUnfinished(new Date(Date.now() - 60_000))).toBe(0);
  expect(await store.clearUnfinished(new Date(Date.now() + 60_000))).toBe(1);
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});
