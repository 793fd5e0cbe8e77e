import swagger from '@fastify/swagger';
import swaggerPage from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { Problem } from '#contract/errors/problem.ts';

const refusals: Record<number, string> = {
  400: 'Something that was sent is malformed; `errors` names field and reason.',
  401: 'Nobody is signed in.',
  403: 'The posting does not allow it.',
  404: 'Not there, or not to be seen.',
  409: 'The state or the version is another by now.',
  422: 'The rules of the work do not allow it.',
  429: 'Too often; see `Retry-After`.',
  503: 'The database cannot be reached; see `Retry-After`.',
};
const always = [400, 503];
const signedIn = [401, 403, 404];
const onChange = [409, 422];

/** OpenAPI 3.1 from the same schemas that validate, at /api/openapi.json, and a page to read it at /api/docs. */
export async function addApiDescription(app: FastifyInstance): Promise<void> {
  const problem = { $ref: 'Problem#' };
  const done = { description: 'Done.' };
  app.addSchema({ ...Problem, $id: 'Problem' });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Hejie 和解',
        version: '1',
        description:
          'The public interface of a dispute-resolution centre. Every change goes through it; the desk has no other. ' +
          'In demo mode every example works as it stands, with the token of the account named in `x-demo-account` ' +
          '(see `demo-accounts.json` in the data folder).',
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'hejie.session_token' },
        },
      },
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `schema-${index}`),
    },
    transform: ({ schema, url, route }) => {
      const described: FastifySchema & Record<string, unknown> = { ...schema };
      const { policy, demoAccount, form } = route.config ?? {};
      const isPublic = !policy || policy === 'public';
      const isChange = ![route.method].flat().includes('GET');
      const statuses = [...always, ...(isPublic ? [] : signedIn), ...(isChange ? onChange : [])];
      if (!url.startsWith('/api/v1/')) return { schema: described, url };
      if (!isPublic) described.security = [{ token: [] }, { session: [] }];
      if (form) described.body = form;
      if (demoAccount) described['x-demo-account'] = demoAccount;
      const answers = Object.fromEntries(
        statuses.map((status) => [
          status,
          { description: refusals[status], content: { 'application/problem+json': { schema: problem } } },
        ]),
      );
      described.response = { ...answers, ...((schema?.response as object | undefined) ?? { 200: done }) };
      return { schema: described, url };
    },
  });
  await app.register(swaggerPage, {
    routePrefix: '/api/docs',
    staticCSP: false,
    uiConfig: { validatorUrl: null, tryItOutEnabled: true, persistAuthorization: false },
    theme: { title: 'Hejie 和解 API' },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
