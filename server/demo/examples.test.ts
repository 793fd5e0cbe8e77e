import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FoundDifference, replayMatters } from '#server/features/matters/public.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { seedDemo } from './seed.ts';

type Media = { example?: unknown; schema?: unknown };
type Operation = {
  'x-demo-account'?: string;
  security?: unknown[];
  parameters?: { name: string; in: string; required: boolean; example?: string }[];
  requestBody?: { content: Record<string, Media> };
};

let program: TestProgram;
let paths: Record<string, Record<string, Operation>>;

beforeAll(async () => {
  program = await createTestProgram();
  await seedDemo(program.services, () => undefined);
  const described = await program.app.inject({ url: '/api/openapi.json', headers: { host: 'localhost' } });
  paths = described.json().paths;
}, 120_000);
afterAll(() => program?.stop());

/** Sends an operation as its description says, word for word, with the token of the account that it names. */
async function send(
  method: string,
  path: string,
  operation: Operation,
): Promise<{ status: number; body: string }> {
  const account = operation['x-demo-account'];
  const token = program.services.demoAccounts.find(({ username }) => username === account)?.token;
  const headers: Record<string, string> = { host: 'localhost' };
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  let url = path;
  for (const { name, in: place, required, example } of operation.parameters ?? []) {
    if (required) expect([path, name, example]).not.toEqual([path, name, undefined]);
    if (place === 'path') url = url.replace(`{${name}}`, String(example));
    if (place === 'query' && required)
      url += `${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(String(example))}`;
    if (place === 'header' && example !== undefined) headers[name] = example;
  }
  const [type = '', media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (media !== undefined) expect([path, media.example]).not.toEqual([path, undefined]);
  const payload =
    type === 'multipart/form-data' ? formOf(media?.example) : (media?.example as object | undefined);
  const answer = await program.app.inject({
    method: method as 'GET',
    url,
    headers,
    ...(payload && { payload }),
  });
  return { status: answer.statusCode, body: answer.body };
}

function formOf(example: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(example as Record<string, unknown>)) {
    if (!Array.isArray(value)) form.append(name, String(value));
    else for (const file of value) form.append(name, new Blob(['现场情况说明']), String(file));
  }
  return form;
}

it('says of every operation how to try it, and every example works as it stands, as often as one likes', async () => {
  const failed: string[] = [];
  let tried = 0;
  for (const [path, operations] of Object.entries(paths)) {
    if (!path.startsWith('/api/v1/')) continue;
    for (const [method, operation] of Object.entries(operations)) {
      if (operation.security && !operation['x-demo-account']) failed.push(`${method} ${path}: no account`);
      const isRepeatable =
        method === 'get' || operation.parameters?.some(({ name }) => name === 'idempotency-key') === true;
      for (let times = isRepeatable ? 2 : 1; times > 0; times -= 1) {
        tried += 1;
        const { status, body } = await send(method, path, operation);
        if (status < 200 || status > 299) failed.push(`${method} ${path}: ${status} ${body.slice(0, 200)}`);
      }
    }
  }
  expect(failed).toEqual([]);
  expect(tried).toBeGreaterThan(60);
}, 120_000);

it('leaves, with every kind of step taken, nothing that the events do not tell', async () => {
  const differences: FoundDifference[] = [];
  const counts = await replayMatters(program.services, { onDifference: (one) => differences.push(one) });
  expect(differences).toEqual([]);
  expect(counts?.clocks).toBeGreaterThan(1000);
}, 60_000);
