import { Writable } from 'node:stream';
import { type MockInstance, vi } from 'vitest';
import { createLog } from '#server/app/log.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

export type ListeningProgram = TestProgram & {
  /** Everything that the program has written so far: its log at its most talkative, standard output, its metrics. */
  output(): Promise<string>;
  /** A line of the log that has to be there, so that silence is not mistaken for a listener that hears nothing. */
  readonly lines: () => string[];
};

/** The whole program as it logs in earnest, with an ear at every mouth. */
export async function createListeningProgram(
  options: Parameters<typeof createTestProgram>[0] = {},
): Promise<ListeningProgram> {
  let logged = '';
  let printed = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += chunk;
      done();
    },
  });
  const print = (...given: unknown[]): boolean => {
    printed += `${given.map((one) => (one instanceof Error ? (one.stack ?? '') + JSON.stringify(one) : inWords(one))).join(' ')}\n`;
    return true;
  };
  const spies: MockInstance[] = [
    vi.spyOn(process.stdout, 'write').mockImplementation(print as typeof process.stdout.write),
    vi.spyOn(process.stderr, 'write').mockImplementation(print as typeof process.stderr.write),
    ...(['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(print),
    ),
  ];
  const program = await createTestProgram({ ...options, log: createLog('trace', sink) });
  return {
    ...program,
    lines: () => logged.split('\n').filter((line) => line !== ''),
    async output() {
      const metrics = await program.app.inject({ url: '/metrics', headers: { host: 'localhost' } });
      if (metrics.statusCode !== 200) throw new Error(`/metrics answered ${metrics.statusCode}`);
      return `${logged}\n${printed}\n${metrics.body}`;
    },
    async stop() {
      await program.stop();
      for (const spy of spies) spy.mockRestore();
    },
  };
}

function inWords(one: unknown): string {
  return typeof one === 'string'
    ? one
    : one instanceof Uint8Array
      ? Buffer.from(one).toString()
      : JSON.stringify(one);
}
