import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins';
import { passwordLength } from '#domain/access/password-rule.ts';
import {
  clockStrayAtMostSeconds,
  type Factors,
  pendingLastsSeconds,
  sessionAtMostSeconds,
} from '#domain/access/two-factors.ts';
import type { Database } from '#server/database/connection.ts';
import type { NewId } from './ids.ts';
import { openSession } from './open-session.ts';
import { refuseStrangersPasskey, requireVerifiedUser } from './passkey-rules.ts';
import { hashPassword, isPassword } from './password.ts';
import { endSession, findHolder } from './sign-in.queries.ts';

/** The identity provider. Sessions, cookies and passkeys are better-auth's; accounts and second factors are ours. */
export type SignIn = {
  /** Answers sign-in, sign-out and the ceremonies of passkeys. */
  handle(request: Request): Promise<Response>;
  /** Which session the cookies show, with the cookies that keep it alive. */
  session(headers: Headers, use?: SessionUse): Promise<{ session: OpenSession | null; setCookies: string[] }>;
  /** Opens a session for somebody whom the city's own sign-in has named. */
  open(userId: string, factors: Factors, headers: Headers): Promise<{ setCookies: string[] }>;
};

/** Of two times the machine's own: how long ago is what counts, and the identity provider has no other clock. */
export type OpenSession = {
  readonly id: string;
  readonly userId: string;
  readonly factors: Factors;
  /** The password was right; the second factor is still asked for. It opens nothing. */
  readonly isPending: boolean;
  readonly provedAt: Date;
  readonly startedAt: Date;
};

/** Work prolongs a session; a page that is merely open does not. */
export type SessionUse = 'working' | 'watching';

export type SignInOptions = {
  db: Database;
  secret: string;
  /** Null in demo mode: then it is wherever the request came in, which the guard has checked. */
  origin: string | null;
  newId: NewId;
  idleMinutes: number;
};

export const userNameRule = /^[A-Za-z0-9_.-]+$/;
export const userNameLength = { least: 3, most: 60 } as const;

const renewedAfterAtMostSeconds = 900;

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

/** The options stand apart so that a test can compare our tables with what better-auth expects. */
export function signInOptions({ db, secret, origin, newId, idleMinutes }: SignInOptions) {
  const idleSeconds = idleMinutes * 60;
  return {
    appName: 'Hejie',
    basePath: '/api/auth',
    secret,
    ...(origin === null ? {} : { baseURL: origin }),
    database: { db, type: 'postgres', schemaName: 'sign_in' },
    user: { fields: { emailVerified: 'email_verified', ...times } },
    session: {
      expiresIn: idleSeconds,
      updateAge: Math.min(idleSeconds / 12, renewedAfterAtMostSeconds),
      // Routes say themselves what asks for a fresh proof.
      freshAge: 0,
      additionalFields: {
        factors: { type: 'number', required: false, input: false },
        provedAt: { type: 'date', required: false, input: false, fieldName: 'proved_at' },
        isPending: { type: 'boolean', required: false, input: false, fieldName: 'is_pending' },
      },
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
    },
    account: {
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { fields: { expiresAt: 'expires_at', ...times } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: userNameLength.least,
        maxUsernameLength: userNameLength.most,
        usernameValidator: (name) => userNameRule.test(name),
      }),
      passkey({
        rpName: 'Hejie 和解',
        rpID: hostOf(origin),
        ...(origin === null ? {} : { origin }),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: ({ verification }) => requireVerifiedUser(verification) },
        authentication: {
          afterVerification: ({ ctx, verification, clientData }) => {
            requireVerifiedUser(verification);
            return refuseStrangersPasskey(db, ctx, clientData.id);
          },
        },
        schema: {
          passkey: {
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      openSession,
    ],
    databaseHooks: {
      session: {
        create: {
          /** Every session passes here, whatever opened it: none for who is disabled, and each knows its factors. */
          before: async (session: Opening, context: { path?: string } | null) => {
            const holder = await findHolder(db, session.userId);
            if (holder === undefined || holder.isDisabled) return false;
            const isByPasskey = context?.path === '/passkey/verify-authentication';
            const isByPassword = context?.path === '/sign-in/username';
            const factors: Factors = isByPasskey ? 2 : (session.factors ?? 1);
            const isPending = isByPassword && holder.hasSecondFactor;
            return { data: { ...session, factors, isPending, provedAt: new Date() } };
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'hejie',
      useSecureCookies: origin?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      // Where somebody works from is nobody's business; the rate limit counts before this.
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId(), validateSchema: false },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // What it cannot mend it would print whole; thrown, it is described like every other fault.
    onAPIError: { throw: true },
  } as const satisfies Parameters<typeof betterAuth>[0];
}

type Opening = { userId: string; factors?: Factors } & Record<string, unknown>;

/** Passkeys belong to a host's name. A demo's is this machine's. */
function hostOf(origin: string | null): string {
  return origin === null ? 'localhost' : new URL(origin).hostname;
}

export function createSignIn(options: SignInOptions): SignIn {
  const auth = betterAuth(signInOptions(options));
  return {
    handle: (request) => auth.handler(request),
    async session(headers, use = 'working') {
      const query = { disableRefresh: use === 'watching' };
      const { headers: answered, response } = await auth.api.getSession({
        headers,
        query,
        returnHeaders: true,
      });
      if (response === null) return { session: null, setCookies: answered.getSetCookie() };
      const session = sessionOf(response.session);
      if (!isOver(session)) return { session, setCookies: answered.getSetCookie() };
      await endSession(options.db, session.id);
      return { session: null, setCookies: [] };
    },
    async open(userId, factors, headers) {
      // The endpoint has no schema: nobody but this line can call it.
      const body = { userId, factors } as never;
      const { headers: answered } = await auth.api.openSession({ headers, body, returnHeaders: true });
      return { setCookies: answered.getSetCookie() };
    },
  };
}

type StoredSession = {
  id: string;
  userId: string;
  createdAt: Date;
  factors?: number | null;
  isPending?: boolean | null;
  provedAt?: Date | null;
};

function sessionOf(stored: StoredSession): OpenSession {
  return {
    id: stored.id,
    userId: stored.userId,
    factors: stored.factors === 2 ? 2 : 1,
    isPending: stored.isPending ?? true,
    provedAt: new Date(stored.provedAt ?? 0),
    startedAt: new Date(stored.createdAt),
  };
}

/** Idleness is the identity provider's to see; these two ends come however busy a session is. */
function isOver({ startedAt, isPending }: OpenSession): boolean {
  const seconds = (Date.now() - startedAt.getTime()) / 1000;
  // Opened while the clock ran ahead: it would last longer than any may.
  if (seconds < -clockStrayAtMostSeconds) return true;
  return seconds >= (isPending ? pendingLastsSeconds : sessionAtMostSeconds);
}
