import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import {
  CreateAccountAnswer,
  CreateAccountBody,
  DisableAccountAnswer,
  DisableAccountBody,
  ListAccountsAnswer,
  ListAccountsQuery,
  SetPasswordAnswer,
  SetPasswordBody,
} from '#contract/organisations/accounts.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleHeaders } from '#server/features/matters/public.ts';
import { exampleAccounts, exampleParams } from '../examples.ts';
import { createAccount } from './create-account.ts';
import { disableAccount } from './disable-account.ts';
import { listAccounts } from './list-accounts.ts';
import { setAccountPassword } from './set-account-password.ts';

const tags = ['organisation'];
const config = { policy: 'manage-accounts', demoAccount: exampleAccounts.security } as const;

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
        config,
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
        config,
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
        config,
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
  };
}
