import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Services } from '#server/app/services.ts';
import { beginCitySignIn, finishCitySignIn } from './city-sign-in.ts';

const CallbackQuery = Type.Object(
  {
    code: Type.Optional(Type.String({ maxLength: 4000 })),
    state: Type.Optional(Type.String({ maxLength: 200 })),
    iss: Type.Optional(Type.String({ maxLength: 500 })),
  },
  // What else a provider says there (session_state, error) is its own affair.
  { additionalProperties: true },
);

/** Each of these asks the city's provider something: not in anybody's hurry. */
const callsOut = { rateLimit: { max: 120, timeWindow: 60_000 } };

/** The browser's way over the city's own sign-in. Where none is configured the addresses do not exist. */
export function citySignInRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    const { citySignIn } = services.config.gettingIn;
    if (citySignIn === null) return;
    app.get('/city', { config: callsOut, schema: { hide: true } }, (request, reply) =>
      beginCitySignIn(services, citySignIn, request, reply),
    );
    app.get(
      '/city/callback',
      { config: callsOut, schema: { querystring: CallbackQuery, hide: true } },
      (request, reply) => finishCitySignIn(services, citySignIn, request, reply, request.query),
    );
  };
}
