import { afterAll, beforeAll, expect, it } from 'vitest';
import { createListeningProgram, type ListeningProgram } from './listening-program.fixture.ts';
import { marks, Watch } from './marks.ts';

let program: ListeningProgram;
beforeAll(async () => {
  program = await createListeningProgram();
});
afterAll(() => program?.stop());

const ask = (way: string, method: string) =>
  program.services.signIn.handle(
    new Request(`http://localhost/api/auth/${way}`, {
      method,
      headers: { origin: 'http://localhost', 'content-type': 'application/json', cookie: marks.cookie },
      ...(method === 'POST' && { body: JSON.stringify({ username: marks.user, password: marks.password }) }),
    }),
  );

it('throws what the identity provider cannot mend, instead of printing it', async () => {
  const ways = [
    ['sign-in/username', 'POST'],
    ['passkey/generate-authenticate-options', 'GET'],
  ] as const;
  for (const [way, method] of ways) expect((await ask(way, method)).status, way).toBeLessThan(500);
  await program.services.db.destroy();
  for (const [way, method] of ways) await expect(ask(way, method), way).rejects.toThrow();
  const output = await program.output();
  expect(output).not.toContain('SERVER_ERROR');
  expect(new Watch().findIn(output)).toEqual([]);
});
