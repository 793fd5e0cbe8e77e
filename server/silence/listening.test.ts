import { expect, it } from 'vitest';
import { createListeningProgram } from './listening-program.fixture.ts';
import { marks, Watch } from './marks.ts';

/** A program that leaks on purpose, at each of its mouths: what listens hears it. */
it('hears a mark wherever the program says one', async () => {
  const watch = new Watch();
  const mouths: Record<string, (told: string) => void> = {};
  const program = await createListeningProgram({
    features: [
      ({ log }) =>
        async (app) => {
          mouths.log = (told) => log.info({ told }, 'seen');
          mouths.console = (told) => console.error('# fault', Object.assign(new Error('x'), { told }));
          mouths['standard output'] = (told) => void process.stdout.write(`${told}\n`);
          app.get('/leak/:who', { config: { policy: 'public' } }, () => ({}));
        },
    ],
  });
  try {
    for (const [index, [name, say]] of Object.entries(mouths).entries()) {
      const mark = Object.values(marks)[index] ?? '';
      expect(watch.findIn(await program.output()), name).not.toContain(mark);
      say(mark);
      expect(watch.findIn(await program.output()), name).toContain(mark);
    }
    await program.app.inject({ url: `/api/v1/leak/${marks.secret}`, headers: { host: 'localhost' } });
    expect(await program.output()).toContain('route="/api/v1/leak/:who"');
    expect(watch.findIn(await program.output())).not.toContain(marks.secret);
  } finally {
    await program.stop();
  }
});

it.each([
  ['an address', `/p/follow?name=${encodeURIComponent(marks.name)}`],
  ['JSON that keeps to ASCII', '{"name":"\\u7287\\u9a89\\u730b"}'],
  ['base64', Buffer.from(marks.name).toString('base64')],
])('knows a mark written as in %s', (_how, text) => {
  expect(new Watch().findIn(text)).toEqual([marks.name]);
});
