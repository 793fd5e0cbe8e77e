import type { LightMyRequestResponse } from 'fastify';
import type { Role } from '#domain/access/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import { knownId, unitIdOf } from '#server/app/known-ids.ts';
import { issueToken } from '#server/features/access/public.ts';
import { insertPerson } from './people.queries.ts';
import type { TestProgram } from './test-program.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back, and says what it must be.
type Body = any;

type Answer = { status: number; body: Body; headers: LightMyRequestResponse['headers']; raw: string };

/** Somebody posted at a unit, calling the program with a token as a program would. */
export type Person = {
  readonly actor: Actor;
  readonly token: string;
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  post(url: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  send(
    method: 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
};

const cityCode = '1502';

/** Posts a new person: `unit` is a code, 150204 for a centre, 150204/housing for a department of it. */
export async function hire(
  program: TestProgram,
  unit: string,
  role: Role,
  username = `${role}-${unit.replace('/', '-')}`,
): Promise<Person> {
  const { services, app, admin } = program;
  const unitId = unitIdOf(cityCode, unit);
  const found = services.directory.unit(unitId);
  if (found === undefined) throw new Error(`no unit ${unit}`);
  const userId = knownId(`test/${username}`);
  const postingId = services.newId();
  const name = `试${username}`;
  const now = services.clock.now().toString();
  await insertPerson(admin.db, { cityCode, userId, postingId, username, name, unitId, role, now });
  const token = await issueToken(services, { userId, label: 'test' });
  const actor: Actor = {
    cityCode,
    userId,
    name,
    postingId,
    unitId,
    role,
    regionCode: found.regionCode,
    unitKind: found.kind,
  };

  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload: unknown,
    headers = {},
  ): Promise<Answer> {
    const response = await app.inject({
      method,
      url: url.startsWith('/') ? url : `/api/v1/${url}`,
      headers: {
        host: 'localhost',
        authorization: `Bearer ${token}`,
        'hejie-posting': postingId,
        ...headers,
      },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    const isJson = /json/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      body: isJson ? response.json() : null,
      headers: response.headers,
      raw: response.body,
    };
  }
  return {
    actor,
    token,
    get: (url, headers) => call('GET', url, undefined, headers),
    post: (url, body, headers) => call('POST', url, body, headers),
    send: (method, url, body, headers) => call(method, url, body, headers),
  };
}
