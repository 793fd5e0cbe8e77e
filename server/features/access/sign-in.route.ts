import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PasskeyProof, ProveBody, SecondFactorBody, WaysIn } from '#contract/access/getting-in.ts';
import { passwordLength } from '#domain/access/password-rule.ts';
import type { Services } from '#server/app/services.ts';
import { citySignInRoutes } from './city-sign-in.route.ts';
import { answerSecondFactor } from './second-factor.ts';
import { changePassword, prove, signIn, signInByPasskey, signOut } from './sign-in.ts';
import { passkeyQuestion, waysIn } from './ways-in.ts';

const Password = Type.String({ minLength: 1, maxLength: passwordLength.most });
const SignInBody = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 60 }),
  password: Password,
});
const ChangeBody = Type.Object({
  currentPassword: Password,
  newPassword: Type.String({ minLength: 1, maxLength: 300 }),
});

/** Each question is a row for five minutes: no more of them from one address than an office needs. */
const keepsARow = { rateLimit: { max: 120, timeWindow: 60_000 } };

/** Under /api/auth: how somebody gets in and out. What the identity provider offers beside these is not there. */
export function signInRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    const hidden = { hide: true };
    app.get('/ways', { schema: { response: { 200: WaysIn }, ...hidden } }, (request) =>
      waysIn(services, request),
    );
    app.post('/sign-in/username', { schema: { body: SignInBody, ...hidden } }, (request, reply) =>
      signIn(services, request, reply, request.body),
    );
    app.post('/second-factor', { schema: { body: SecondFactorBody, ...hidden } }, (request) =>
      answerSecondFactor(services, request, request.body),
    );
    app.post('/passkey/options', { config: keepsARow, schema: hidden }, (request, reply) =>
      passkeyQuestion(services, request, reply),
    );
    app.post('/passkey/verify', { schema: { body: PasskeyProof, ...hidden } }, (request, reply) =>
      signInByPasskey(services, request, reply, request.body),
    );
    app.post('/prove', { schema: { body: ProveBody, ...hidden } }, async (request, reply) => {
      await prove(services, request, request.body.password);
      return reply.code(204).send();
    });
    app.post('/change-password', { schema: { body: ChangeBody, ...hidden } }, (request) =>
      changePassword(services, request, request.body),
    );
    app.post('/sign-out', { schema: hidden }, (request, reply) => signOut(services, request, reply));
    await app.register(citySignInRoutes(services));
  };
}
