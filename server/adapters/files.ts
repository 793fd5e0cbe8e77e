import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';

/** Where sealed files lie, each under the SHA-256 of its stored (encrypted) bytes. */
export type FileStore = {
  put(content: Buffer | Readable): Promise<{ address: string; size: number }>;
  get(address: string): Readable;
  has(address: string): Promise<boolean>;
  remove(address: string): Promise<void>;
};

export function createFileStore(folder: string): FileStore {
  const pathOf = (address: string): string => {
    if (!/^[0-9a-f]{64}$/.test(address)) throw new Error('not an address of a file');
    return join(folder, address.slice(0, 2), address.slice(2));
  };
  const has = (address: string): Promise<boolean> =>
    stat(pathOf(address)).then(
      () => true,
      () => false,
    );

  return {
    has,
    get: (address) => createReadStream(pathOf(address)),
    remove: (address) => unlink(pathOf(address)),

    // A file appears under its address whole and on disk, or not at all.
    async put(content) {
      const temporary = join(folder, 'incoming', randomUUID());
      await mkdir(dirname(temporary), { recursive: true });
      const hash = createHash('sha256');
      let size = 0;
      const file = await open(temporary, 'wx', 0o600);
      try {
        for await (const part of content instanceof Readable ? content : [content]) {
          hash.update(part);
          size += part.length;
          await file.writeFile(part);
        }
        await file.sync();
      } catch (failure) {
        await file.close();
        await unlink(temporary);
        throw failure;
      }
      await file.close();
      const address = hash.digest('hex');
      await mkdir(dirname(pathOf(address)), { recursive: true });
      await rename(temporary, pathOf(address));
      return { address, size };
    },
  };
}
