import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenSession } from '#server/adapters/sign-in.ts';
import type { Services } from '#server/app/services.ts';

type Asked = { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: object };

/** Asks the identity provider in the name of whoever sent this request; its cookies go back with the answer. */
export async function askProvider(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { method, path, body }: Asked,
): Promise<Response> {
  const origin = originOf(services, request);
  const headers = new Headers({ origin, 'content-type': 'application/json' });
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const answer = await services.signIn.handle(new Request(`${origin}/api/auth${path}`, init));
  const setCookies = answer.headers.getSetCookie();
  for (const setCookie of setCookies) reply.header('set-cookie', setCookie);
  return answer;
}

/** The session that the request's cookies show, also one that waits for its second factor. */
export async function sessionOf(
  services: Services,
  { headers }: FastifyRequest,
): Promise<OpenSession | null> {
  const { session } = await services.signIn.session(
    new Headers({ cookie: headers.cookie ?? '' }),
    'watching',
  );
  return session;
}

/** The session that an answer's cookies have just opened. */
export async function sessionOpenedBy(services: Services, answer: Response): Promise<OpenSession | null> {
  const cookie = answer.headers
    .getSetCookie()
    .map((setCookie) => setCookie.split(';', 1)[0])
    .join('; ');
  return (await services.signIn.session(new Headers({ cookie }), 'watching')).session;
}

/** Where the browser reaches us; in demo mode wherever the request came in, which the guard has checked. */
export function originOf({ config }: Services, request: FastifyRequest): string {
  return config.origin ?? `http://${request.headers.host}`;
}
