import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';

/** Where sealed files lie, each under the SHA-256 of its stored (encrypted) bytes. */
export type FileStore = {
  /**
   * Keeps a file. `announce` hears its address before it lies there: whoever writes that down first leaves no file behind
   * that nobody knows of, wherever the program is cut short.
   */
  put(
    content: Buffer | Readable,
    announce?: (address: string) => Promise<void>,
  ): Promise<{ address: string; size: number }>;
  get(address: string): Readable;
  has(address: string): Promise<boolean>;
  remove(address: string): Promise<void>;
  /** Takes away what was being written when a program died, and answers how much that was. */
  clearUnfinished(before: Date): Promise<number>;
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

    async clearUnfinished(before) {
      const incoming = join(folder, 'incoming');
      let cleared = 0;
      for (const name of await readdir(incoming).catch(() => [])) {
        const written = await stat(join(incoming, name)).catch(() => undefined);
        if (written === undefined || written.mtime >= before) continue;
        await unlink(join(incoming, name)).catch(() => undefined);
        cleared += 1;
      }
      return cleared;
    },

    // A file appears under its address whole and on disk, or not at all.
    async put(content, announce) {
      const temporary = join(folder, 'incoming', randomUUID());
      await mkdir(dirname(temporary), { recursive: true });
      const hash = createHash('sha256');
      let size = 0;
      let address: string;
      const file = await open(temporary, 'wx', 0o600);
      try {
        for await (const part of content instanceof Readable ? content : [content]) {
          hash.update(part);
          size += part.length;
          await file.writeFile(part);
        }
        await file.sync();
        address = hash.digest('hex');
        await announce?.(address);
      } catch (failure) {
        await file.close();
        await unlink(temporary);
        throw failure;
      }
      await file.close();
      await mkdir(dirname(pathOf(address)), { recursive: true });
      await rename(temporary, pathOf(address));
      return { address, size };
    },
  };
}
