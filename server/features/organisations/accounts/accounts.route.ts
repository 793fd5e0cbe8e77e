import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import {
  AccountView,
  CreateAccountAnswer,
  CreateAccountBody,
  DisableAccountAnswer,
  DisableAccountBody,
  ListAccountsAnswer,
  ListAccountsQuery,
  ResetSecondFactorBody,
  SetPasswordAnswer,
  SetPasswordBody,
  UnlockAccountBody,
} from '#contract/organisations/accounts.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleHeaders } from '#server/features/matters/public.ts';
import { exampleAccounts, exampleParams } from '../examples.ts';
import { createAccount } from './create-account.ts';
import { disableAccount } from './disable-account.ts';
import { listAccounts } from './list-accounts.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { setAccountPassword } from './set-account-password.ts';
import { unlockAccount } from './unlock-account.ts';

const tags = ['organisation'];
const config = { policy: 'manage-accounts', demoAccount: exampleAccounts.security } as const;
const changing = { ...config, isDangerous: true } as const;

/** Who may sign in. */
export function accountRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/organisation/accounts',
      {
        config,
        schema: {
          tags,
          operationId: 'list-accounts',
          summary: 'Accounts by user name, with their postings',
          querystring: ListAccountsQuery,
          response: { 200: ListAccountsAnswer },
        },
      },
      (request) => listAccounts(services, actorOf(request), request.query, request.language),
    );
    app.post(
      '/organisation/accounts',
      {
        config: changing,
        schema: {
          tags,
          operationId: 'create-account',
          summary: 'Make an account 开设账号; its initial password is shown this once',
          headers: exampleHeaders('create-account', IdempotencyHeaders),
          body: CreateAccountBody,
          response: { 201: CreateAccountAnswer },
        },
      },
      async (request, reply) => {
        const { language, headers } = request;
        const making = { language, idempotencyKey: idempotencyKeyOf(headers) };
        return reply.code(201).send(await createAccount(services, actorOf(request), request.body, making));
      },
    );
    app.post(
      '/organisation/accounts/:id/actions/set-password',
      {
        config: changing,
        schema: {
          tags,
          operationId: 'set-password',
          summary: 'Set a new password 重设密码; puts a disabled account back into use',
          params: exampleParams('set-password'),
          body: SetPasswordBody,
          response: { 200: SetPasswordAnswer },
        },
      },
      (request) =>
        setAccountPassword(services, actorOf(request), request.params.id, request.body, request.language),
    );
    app.post(
      '/organisation/accounts/:id/actions/disable',
      {
        config: changing,
        schema: {
          tags,
          operationId: 'disable-account',
          summary: 'Disable an account 停用账号: access and postings end at once',
          params: exampleParams('disable-account'),
          body: DisableAccountBody,
          response: { 200: DisableAccountAnswer },
        },
      },
      (request) => disableAccount(services, actorOf(request), request.params.id, request.language),
    );
    app.post(
      '/organisation/accounts/:id/actions/unlock',
      {
        config: changing,
        schema: {
          tags,
          operationId: 'unlock-account',
          summary: 'Unlock 解除锁定: an account that waits after wrong passwords or codes',
          params: exampleParams('unlock-account'),
          body: UnlockAccountBody,
          response: { 200: AccountView },
        },
      },
      (request) => unlockAccount(services, actorOf(request), request.params.id, request.language),
    );
    app.post(
      '/organisation/accounts/:id/actions/reset-second-factor',
      {
        config: changing,
        schema: {
          tags,
          operationId: 'reset-second-factor',
          summary: 'Reset the second factor 重置双重验证 of a colleague who lost it; their sessions end',
          params: exampleParams('reset-second-factor'),
          body: ResetSecondFactorBody,
          response: { 200: AccountView },
        },
      },
      (request) =>
        resetSecondFactor(services, actorOf(request), request.params.id, request.body, request.language),
    );
  };
}
