import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createBreath } from './breathe.ts';

const pieceBytes = 64 * 1024;

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
  return { name: path, size, read: () => createReadStream(path, { highWaterMark: pieceBytes }) };
}

/** Of what is in memory already; a piece at a time, because whoever reads it holds what it makes of a piece. */
export function bytesOfBuffer(name: string, content: Buffer): LedgerBytes {
  return {
    name,
    size: content.length,
    read: async function* () {
      const breathe = createBreath();
      for (let at = 0; at < content.length; at += pieceBytes) {
        yield content.subarray(at, at + pieceBytes);
        await breathe();
      }
    },
  };
}

export async function digestOf({ read }: LedgerBytes): Promise<string> {
  const digest = createHash('sha256');
  for await (const piece of read()) digest.update(piece);
  return digest.digest('hex');
}

/** A workbook is a ZIP archive, whatever its name says; one with a password, or of before 2007, is something else. */
export async function kindOfFile({ read }: LedgerBytes): Promise<'workbook' | 'closed-workbook' | 'text'> {
  let start = Buffer.alloc(0);
  for await (const piece of read()) {
    start = Buffer.concat([start, piece]);
    if (start.length >= 4) break;
  }
  const mark = start.toString('hex', 0, 4);
  if (mark === '504b0304') return 'workbook';
  return mark === 'd0cf11e0' ? 'closed-workbook' : 'text';
}
