import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file of the store by its address, in order. What is still coming in has no address yet. */
export async function* storedFiles(folder: string): AsyncGenerator<string> {
  for (const start of await namesIn(folder, /^[0-9a-f]{2}$/)) {
    for (const rest of await namesIn(join(folder, start), /^[0-9a-f]{62}$/)) yield start + rest;
  }
}

export function pathOf(folder: string, address: string): string {
  return join(folder, address.slice(0, 2), address.slice(2));
}

export async function sizeOfFiles(folder: string): Promise<number> {
  let size = 0;
  for await (const address of storedFiles(folder))
    size += await stat(pathOf(folder, address)).then(
      (found) => found.size,
      () => 0,
    );
  return size;
}

async function namesIn(folder: string, form: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return [];
    throw failure;
  });
  return names.filter((name) => form.test(name)).sort();
}

/** The named ones that do not stand in the list; both in order, neither ever whole in memory. */
export function createMissing(named: AsyncIterator<string>): {
  /** Of the named, those before this one are missing: it is the next that is there. */
  pass(address: string): Promise<void>;
  end(): Promise<string[]>;
} {
  const missing: string[] = [];
  let waiting: string | undefined;
  const next = async (): Promise<string | undefined> => {
    if (waiting !== undefined) return waiting;
    const { done, value } = await named.next();
    waiting = done ? undefined : value;
    return waiting;
  };
  const passWhile = async (isBefore: (address: string) => boolean): Promise<void> => {
    for (let one = await next(); one !== undefined && isBefore(one); one = await next()) {
      if (missing.length < missingAtMost) missing.push(one);
      waiting = undefined;
    }
  };
  return {
    async pass(address) {
      await passWhile((one) => one < address);
      if ((await next()) === address) waiting = undefined;
    },
    async end() {
      await passWhile(() => true);
      return missing;
    },
  };
}

/** Whoever lost more than these has lost the store. */
const missingAtMost = 10_000;
