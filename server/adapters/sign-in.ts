import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins';
import type { Database } from '#server/database/connection.ts';
import type { NewId } from './ids.ts';
import { hashPassword, isPassword } from './password.ts';

/** The identity provider. Everything about sessions and passwords is better-auth's; accounts are made by us. */
export type SignIn = {
  /** Answers sign-in, sign-out, session and change of password. */
  handle(request: Request): Promise<Response>;
  /** Whose session the cookies show, with the cookies that keep it alive. */
  session(headers: Headers, use?: SessionUse): Promise<{ userId: string | null; setCookies: string[] }>;
};

/** Work prolongs a session; a page that is merely open does not. */
export type SessionUse = 'working' | 'watching';

export type SignInOptions = {
  db: Database;
  secret: string;
  /** Null in demo mode: then it is wherever the request came in, which the guard has checked. */
  origin: string | null;
  newId: NewId;
};

export const userNameRule = /^[A-Za-z0-9_.-]+$/;
export const userNameLength = { least: 3, most: 60 } as const;
export const passwordLength = { least: 10, most: 128 } as const;

const hour = 3600;
const idleAtMostSeconds = 8 * hour;
const renewedAfterSeconds = hour / 4;

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

/** The options stand apart so that a test can compare our tables with what better-auth expects. */
export function signInOptions({ db, secret, origin, newId }: SignInOptions) {
  return {
    appName: 'Hejie',
    basePath: '/api/auth',
    secret,
    ...(origin === null ? {} : { baseURL: origin }),
    database: { db, type: 'postgres', schemaName: 'sign_in' },
    user: { fields: { emailVerified: 'email_verified', ...times } },
    session: {
      expiresIn: idleAtMostSeconds,
      updateAge: renewedAfterSeconds,
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
    ],
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
  } as const satisfies Parameters<typeof betterAuth>[0];
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
      return { userId: response?.user.id ?? null, setCookies: answered.getSetCookie() };
    },
  };
}
