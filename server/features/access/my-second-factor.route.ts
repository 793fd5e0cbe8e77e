import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  AddPasskeyBody,
  BeginTotpAnswer,
  ConfirmTotpBody,
  MyAccess,
  RecoveryCodesAnswer,
} from '#contract/access/getting-in.ts';
import { Uuid } from '#contract/matters/parts.ts';
import { principalOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { readMyAccess } from './my-access.ts';
import { addPasskey, beginPasskey, removePasskey } from './passkeys.ts';
import { beginTotp, finishTotp, removeTotp, renewRecoveryCodes } from './second-factor.ts';

/** Not in the description for programs: no token that somebody made is let in here. */
const ofTheDesk = { hide: true };
/** Open with one factor: how else would anybody come to the second? */
const settingUp = { policy: 'signed-in', isDangerous: true, isForSettingUp: true } as const;
const params = Type.Object({ id: Uuid });
const Nothing = Type.Object({});
/** What `navigator.credentials` takes, as JSON: the browser's affair and the library's. */
const Options = Type.Object({}, { additionalProperties: true });

/** One's own authenticator app, recovery codes and passkeys. */
export function mySecondFactorRoutes(services: Services): FastifyPluginAsyncTypebox {
  const present = (request: FastifyRequest) => readMyAccess(services, principalOf(request));
  return async (app) => {
    app.post(
      '/me/second-factor/totp',
      {
        config: settingUp,
        schema: {
          ...ofTheDesk,
          summary: 'Begin an authenticator app 启用动态口令; its secret and codes are shown this once',
          body: Nothing,
          response: { 200: BeginTotpAnswer },
        },
      },
      (request) => beginTotp(services, principalOf(request)),
    );
    app.post(
      '/me/second-factor/totp/actions/confirm',
      {
        config: settingUp,
        schema: {
          ...ofTheDesk,
          summary: 'Its first code: from now on a sign-in asks for one',
          body: ConfirmTotpBody,
          response: { 200: MyAccess },
        },
      },
      async (request) => {
        await finishTotp(services, principalOf(request), request.body.code);
        return present(request);
      },
    );
    app.post(
      '/me/second-factor/totp/actions/remove',
      {
        config: settingUp,
        schema: {
          ...ofTheDesk,
          summary: 'Remove the authenticator app',
          body: Nothing,
          response: { 200: MyAccess },
        },
      },
      async (request) => {
        await removeTotp(services, principalOf(request));
        return present(request);
      },
    );
    app.post(
      '/me/second-factor/recovery-codes',
      {
        config: settingUp,
        schema: {
          ...ofTheDesk,
          summary: 'Ten new recovery codes 恢复码 in the place of the old ones',
          body: Nothing,
          response: { 200: RecoveryCodesAnswer },
        },
      },
      (request) => renewRecoveryCodes(services, principalOf(request)),
    );
    app.post(
      '/me/passkeys/options',
      {
        config: settingUp,
        schema: {
          ...ofTheDesk,
          summary: 'What a browser needs to make a passkey',
          body: Nothing,
          response: { 200: Options },
        },
      },
      (request, reply) => beginPasskey(services, request, reply, principalOf(request)),
    );
    app.post(
      '/me/passkeys',
      {
        config: settingUp,
        schema: {
          ...ofTheDesk,
          summary: 'Add a passkey 添加通行密钥',
          body: AddPasskeyBody,
          response: { 201: MyAccess },
        },
      },
      async (request, reply) => {
        await addPasskey(services, request, reply, principalOf(request), request.body);
        return reply.code(201).send(await present(request));
      },
    );
    app.post(
      '/me/passkeys/:id/actions/remove',
      {
        config: settingUp,
        schema: {
          ...ofTheDesk,
          summary: 'Remove a passkey',
          params,
          body: Nothing,
          response: { 200: MyAccess },
        },
      },
      async (request) => {
        await removePasskey(services, principalOf(request), request.params.id);
        return present(request);
      },
    );
  };
}
