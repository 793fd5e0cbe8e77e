import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { Factors } from '#domain/access/two-factors.ts';

type Opening = { userId: string; factors: Factors };

/** Opens a session for somebody who was identified elsewhere. Only the program itself can call it: it has no address. */
export const openSession = {
  id: 'open-session',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly({ method: 'POST' }, async (ctx) => {
      const { userId, factors } = (ctx as unknown as { body: Opening }).body;
      const { internalAdapter } = ctx.context;
      const user = await internalAdapter.findUserById(userId);
      const session = user && (await internalAdapter.createSession(userId, false, { factors }));
      if (!session) throw new Error('no session was opened');
      await setSessionCookie(ctx, { session, user }, false);
      return ctx.json({ ok: true });
    }),
  },
} satisfies BetterAuthPlugin;
