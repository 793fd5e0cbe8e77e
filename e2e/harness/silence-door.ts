import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createLog, type Log } from '#server/app/log.ts';

export type SilenceDoor = {
  /** For the program: everything it has to say, at its most talkative. */
  readonly log: Log;
  readonly url: string;
  listenTo(program: { readonly url: string }): void;
  close(): Promise<void>;
};

const errorLevel = 50;
const words = 120;

/**
 * What the people of a story typed is sent here after it; the answer names what of it the program has written into its log
 * or its metrics since the story before, and whatever looks like anybody's phone or resident number.
 */
export async function openSilenceDoor(): Promise<SilenceDoor> {
  let heard = '';
  let url = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const line = chunk.toString();
      heard += line;
      if (Number(/"level":(\d+)/.exec(line)?.[1]) >= errorLevel) process.stderr.write(line);
      done();
    },
  });
  const door = createServer(async (request, response) => {
    const typed = JSON.parse(await text(request)) as string[];
    const output = `${heard}\n${await (await fetch(`${url}/metrics`)).text()}`;
    heard = '';
    response.end(JSON.stringify(leaksIn(output, typed)));
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  return {
    log: createLog('trace', sink),
    url: `http://127.0.0.1:${port}`,
    listenTo: (program) => {
      url = program.url;
    },
    async close() {
      door.close();
      await once(door, 'close');
    },
  };
}

/** Mobile numbers and resident numbers of China, standing alone. */
const numbers = /(?<![\w.-])(1[3-9]\d{9}|\d{17}[\dXx])(?![\w.-])/g;

export function leaksIn(output: string, typed: readonly string[]): string[] {
  const forms = typed.flatMap((one) => [one, encodeURIComponent(one)]);
  const found = [...new Set([...forms, ...[...output.matchAll(numbers)].map(([number]) => number)])];
  return found
    .filter((one) => output.includes(one))
    .map((one) => {
      const at = output.indexOf(one);
      return `${one}: …${output.slice(Math.max(0, at - words), at + one.length + words)}…`;
    });
}
