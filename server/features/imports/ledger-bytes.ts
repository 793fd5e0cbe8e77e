import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';

/** The bytes of a ledger, which can be read again from the start: in a file of the disk, or sealed in the store. */
export type LedgerBytes = {
  /** As people know it. */
  readonly name: string;
  readonly size: number;
  readonly read: () => AsyncIterable<Buffer>;
};

export async function bytesOfFile(path: string): Promise<LedgerBytes> {
  const { size } = await stat(path);
  const file = await open(path);
  await file.close();
  return { name: path, size, read: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}

/** A workbook is a ZIP archive, whatever its name says. */
export async function isWorkbook({ read }: LedgerBytes): Promise<boolean> {
  let start = Buffer.alloc(0);
  for await (const piece of read()) {
    start = Buffer.concat([start, piece]);
    if (start.length >= 4) break;
  }
  return start.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
}
