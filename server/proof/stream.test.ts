import { afterAll, beforeAll, expect, it } from 'vitest';
import { askAs } from './answers.fixture.ts';
import { marksOf } from './marks.fixture.ts';
import type { Observer } from './observers.fixture.ts';
import { places } from './places.fixture.ts';
import { makeWorld, type World } from './world.fixture.ts';

// The one answer that stays open: it says that there is something to fetch, and carries nothing of what it is.
let world: World;
let url: string;

beforeAll(async () => {
  world = await makeWorld();
  url = await world.program.app.listen({ host: '127.0.0.1', port: 0 });
}, 240_000);
afterAll(() => world?.program.stop());

async function listen({ headers }: Observer) {
  const hangUp = new AbortController();
  const response = await fetch(`${url}/api/v1/notices/stream`, { headers, signal: hangUp.signal });
  const heard = { text: JSON.stringify([...response.headers]), close: () => hangUp.abort() };
  const reading = async (): Promise<void> => {
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) heard.text += piece;
  };
  void reading().catch(() => undefined);
  return heard;
}

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!isSo() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}

it('tells whoever is concerned that something is new, others nothing, and nobody what', async () => {
  const who = [
    `handler@${places.holder}`,
    `handler@${places.assisting}`,
    `handler@${places.sibling}`,
    `dispatcher@${places.upper}`,
    `clerk@${places.unrelated}`,
  ].map((name) => world.observer(name));
  const [holder, ...others] = await Promise.all(who.map(listen));
  await until(() => [holder, ...others].every((one) => one?.text.includes('event: open')));
  const matter = world.matter('accepted');
  const answer = await askAs(world.program, world.observer(`dispatcher@${places.lead}`), {
    method: 'POST',
    url: `/api/v1/matters/${matter.id}/actions/route`,
    body: {
      version: matter.version,
      unitId: world.program.services.directory.all().find(({ code }) => code === places.holder)?.id,
    },
  });
  expect(answer.status, answer.whole).toBe(200);
  await until(() => holder?.text.includes('event: notice') ?? false);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(holder?.text).toContain('event: notice');
  for (const other of others) expect(other.text).not.toContain('event: notice');
  const marks = marksOf(world.matters);
  for (const one of [holder, ...others]) {
    expect(marks.in(one?.text ?? '')).toEqual([]);
    one?.close();
  }
});
