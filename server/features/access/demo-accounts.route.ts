import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { DemoAccounts } from '#contract/access/demo-accounts.ts';
import type { Services } from '#server/app/services.ts';

/** The demo's accounts, for its sign-in page. In production the address does not exist. */
export function demoAccountsRoute({ config, demoAccounts }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    if (config.mode !== 'demo') return;
    app.get(
      '/demo/accounts',
      {
        config: { policy: 'public' },
        schema: { tags: ['access'], summary: 'Accounts of the demo', response: { 200: DemoAccounts } },
      },
      () => demoAccounts,
    );
  };
}
