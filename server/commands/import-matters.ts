import { createWriteStream, type WriteStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { refusedSentence } from '#contract/imports/refused-row.ts';
import type { Services } from '#server/app/services.ts';
import { importMatters, type RefusedRow, readMap } from '#server/features/imports/public.ts';
import { lineOf } from './csv-line.ts';
import { showProgress } from './progress.ts';

export type ImportCommand = {
  readonly file: string;
  readonly map: string;
  readonly isLive: boolean;
  /** Where refused rows are told; beside the working folder unless named. */
  readonly errors: string | undefined;
};

export type Terminal = { readonly isTerminal: boolean; print(line: string): void };

/** `hejie import matters`: shows how far it is, tells refused rows in a file of their own, ends with the counts. */
export async function importMattersCommand(
  services: Services,
  { file, map: mapFile, isLive, errors }: ImportCommand,
  terminal: Terminal,
): Promise<void> {
  const map = await readMap(services, mapFile);
  const refusals = refusalFile(
    resolve(errors ?? `${basename(file).replace(/\.(csv|xlsx)$/i, '')}.errors.csv`),
  );
  const { print } = terminal;
  const progress = showProgress('rows', terminal);
  try {
    const counts = await importMatters(services, {
      file,
      map,
      isLive,
      onRefused: refusals.tell,
      onProgress: (share, { imported, unchanged, refused }) =>
        progress.show(share, imported + unchanged + refused),
    });
    progress.stop();
    await refusals.close();
    if (counts.refused > 0) print(`refused rows and their reasons: ${refusals.path}`);
    print(`imported ${counts.imported}, unchanged ${counts.unchanged}, refused ${counts.refused}`);
  } finally {
    progress.stop();
    await refusals.close();
  }
}

/** Comes into being with the first refused row. */
function refusalFile(path: string): {
  path: string;
  tell: (refused: RefusedRow) => void;
  close: () => Promise<void>;
} {
  let stream: WriteStream | undefined;
  return {
    path,
    tell: ({ row, line, number, reasons }) => {
      if (stream === undefined) {
        stream = createWriteStream(path);
        // The mark at the start tells Excel that it is UTF-8. Row 1 is the header, as Excel counts.
        stream.write(`\ufeff${lineOf(['row', 'line', 'number', 'reason', '原因'])}`);
      }
      stream.write(
        lineOf([row, line, number, refusedSentence(reasons, 'en'), refusedSentence(reasons, 'zh')]),
      );
    },
    close: async () => {
      if (stream === undefined || stream.closed) return;
      stream.end();
      await finished(stream);
    },
  };
}
