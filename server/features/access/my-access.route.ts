import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { MakeTokenAnswer, MakeTokenBody, MyAccess } from '#contract/access/getting-in.ts';
import { IdempotencyHeaders, Uuid } from '#contract/matters/parts.ts';
import { idempotencyKeyOf, principalOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { readMyAccess } from './my-access.ts';
import { mySecondFactorRoutes } from './my-second-factor.route.ts';
import { endOtherSessions, endOwnSession } from './own-sessions.ts';
import { makeOwnToken, revokeToken } from './own-tokens.ts';

const tags = ['access'];
/** Not in the description for programs: no token that somebody made is let in there. */
const ofTheDesk = { hide: true };
const demoAccount = 'clerk-qingshan';
const changing = { policy: 'signed-in', isDangerous: true, demoAccount } as const;
const params = Type.Object({ id: Uuid });
const Nothing = Type.Object({}, { examples: [{}] });

/** One's own ways in, sessions and tokens. Whatever changes something here asks for a fresh proof. */
export function myAccessRoutes(services: Services): FastifyPluginAsyncTypebox {
  const present = (request: FastifyRequest) => readMyAccess(services, principalOf(request));
  return async (app) => {
    await app.register(mySecondFactorRoutes(services));
    app.get(
      '/me/access',
      {
        config: { policy: 'signed-in', isForSettingUp: true, demoAccount },
        schema: {
          tags,
          summary: 'My ways in: factors, passkeys, sessions, tokens',
          response: { 200: MyAccess },
        },
      },
      present,
    );
    app.post(
      '/me/sessions/:id/actions/end',
      {
        config: changing,
        schema: {
          ...ofTheDesk,
          summary: 'Sign one of my devices out',
          params,
          body: Nothing,
          response: { 200: MyAccess },
        },
      },
      async (request) => {
        await endOwnSession(services, principalOf(request), request.params.id);
        return present(request);
      },
    );
    app.post(
      '/me/sessions/actions/end-others',
      {
        config: changing,
        schema: {
          ...ofTheDesk,
          summary: 'Sign all my other devices out',
          body: Nothing,
          response: { 200: MyAccess },
        },
      },
      async (request) => {
        await endOtherSessions(services, principalOf(request));
        return present(request);
      },
    );
    app.post(
      '/me/tokens',
      {
        config: changing,
        schema: {
          ...ofTheDesk,
          summary: 'Make a token for a program 程序口令; it is shown this once',
          headers: IdempotencyHeaders,
          body: MakeTokenBody,
          response: { 201: MakeTokenAnswer },
        },
      },
      async (request, reply) => {
        const key = idempotencyKeyOf(request.headers);
        return reply.code(201).send(await makeOwnToken(services, principalOf(request), request.body, key));
      },
    );
    app.post(
      '/me/tokens/:id/actions/revoke',
      {
        config: changing,
        schema: {
          ...ofTheDesk,
          summary: 'Revoke a token',
          params,
          body: Nothing,
          response: { 200: MyAccess },
        },
      },
      async (request) => {
        await revokeToken(services, principalOf(request), request.params.id);
        return present(request);
      },
    );
  };
}
