import { type Static, Type } from 'typebox';
import { permissions } from '#domain/access/permissions.ts';

const Instant = Type.String({ format: 'date-time' });

export const secondFactorKinds = ['totp', 'recovery-code', 'passkey'] as const;

/** What a sign-in with name and password leads to: the session, or the question for the second factor. */
export const SignInAnswer = Type.Object({
  next: Type.Union([Type.Literal('signed-in'), Type.Literal('second-factor')]),
  /** By what the account can answer that question; empty once signed in. */
  offers: Type.Array(Type.Enum([...secondFactorKinds])),
});
export type SignInAnswer = Static<typeof SignInAnswer>;

/** What the sign-in page offers here. */
export const WaysIn = Type.Object({
  /** Null where the city has no sign-in of its own. */
  citySignIn: Type.Union([Type.Null(), Type.Object({ name: Type.String() })]),
  passkey: Type.Boolean(),
});
export type WaysIn = Static<typeof WaysIn>;

/** A code of the authenticator app (6 digits), or one of the recovery codes, each of which works once. */
export const SecondFactorBody = Type.Object({
  kind: Type.Union([Type.Literal('totp'), Type.Literal('recovery-code')]),
  code: Type.String({ minLength: 6, maxLength: 40 }),
});
export type SecondFactorBody = Static<typeof SecondFactorBody>;

/** Proving once more who one is, before an act that needs it; a passkey does it by its own addresses. */
export const ProveBody = Type.Object({ password: Type.String({ minLength: 1, maxLength: 128 }) });
export type ProveBody = Static<typeof ProveBody>;

/** What `navigator.credentials` gave, as JSON; the server's library takes it apart. */
export const PasskeyProof = Type.Object({
  response: Type.Object({}, { additionalProperties: true }),
});
export type PasskeyProof = Static<typeof PasskeyProof>;

export const AddPasskeyBody = Type.Object({
  label: Type.String({ minLength: 1, maxLength: 60 }),
  response: Type.Object({}, { additionalProperties: true }),
});
export type AddPasskeyBody = Static<typeof AddPasskeyBody>;

export const ConfirmTotpBody = Type.Object({ code: Type.String({ minLength: 6, maxLength: 6 }) });
export type ConfirmTotpBody = Static<typeof ConfirmTotpBody>;

export const PasskeyView = Type.Object({
  id: Type.String({ format: 'uuid' }),
  label: Type.String(),
  createdAt: Instant,
});

export const SessionView = Type.Object({
  id: Type.String({ format: 'uuid' }),
  /** The one that asks. */
  isThis: Type.Boolean(),
  /** Browser and system, as far as the browser says so; never an address. */
  device: Type.String(),
  startedAt: Instant,
  lastUsedAt: Instant,
  factors: Type.Union([Type.Literal(1), Type.Literal(2)]),
});

export const doors = Object.keys(permissions) as (keyof typeof permissions)[];

export const TokenView = Type.Object({
  id: Type.String({ format: 'uuid' }),
  label: Type.String(),
  postingId: Type.Union([Type.Null(), Type.String({ format: 'uuid' })]),
  /** Which doors it opens; null for one that the program itself made (demo). */
  scope: Type.Union([Type.Null(), Type.Array(Type.String())]),
  isReadOnly: Type.Boolean(),
  createdAt: Instant,
  expiresAt: Type.Union([Type.Null(), Instant]),
  lastUsedAt: Type.Union([Type.Null(), Instant]),
});
export type TokenView = Static<typeof TokenView>;

/** One's own ways in: what the page “sign-in and security” shows. */
export const MyAccess = Type.Object({
  hasPassword: Type.Boolean(),
  hasTotp: Type.Boolean(),
  recoveryCodesLeft: Type.Integer({ minimum: 0 }),
  passkeys: Type.Array(PasskeyView),
  sessions: Type.Array(SessionView),
  tokens: Type.Array(TokenView),
  /** Whether one of the postings asks for two factors; a demo asks nobody, and says so. */
  needsTwoFactors: Type.Boolean(),
  isDemo: Type.Boolean(),
  /** With how many factors this session was proved. */
  factors: Type.Union([Type.Literal(1), Type.Literal(2)]),
});
export type MyAccess = Static<typeof MyAccess>;

/** Begins an authenticator app: the address that its QR code holds, its secret to type, the recovery codes, once. */
export const BeginTotpAnswer = Type.Object({
  address: Type.String(),
  secret: Type.String(),
  recoveryCodes: Type.Array(Type.String()),
});
export type BeginTotpAnswer = Static<typeof BeginTotpAnswer>;

export const RecoveryCodesAnswer = Type.Object({ recoveryCodes: Type.Array(Type.String()) });
export type RecoveryCodesAnswer = Static<typeof RecoveryCodesAnswer>;

export const tokenDaysAtMost = 366;

/** A token for a program: one posting, named doors, an end. It is shown once. */
export const MakeTokenBody = Type.Object({
  label: Type.String({ minLength: 1, maxLength: 60 }),
  postingId: Type.String({ format: 'uuid' }),
  scope: Type.Array(Type.String({ enum: doors }), { minItems: 1, maxItems: doors.length, uniqueItems: true }),
  isReadOnly: Type.Boolean(),
  days: Type.Integer({ minimum: 1, maximum: tokenDaysAtMost }),
});
export type MakeTokenBody = Static<typeof MakeTokenBody>;

/** The token is null where the same request came again: it is not kept. */
export const MakeTokenAnswer = Type.Object({
  token: Type.Union([Type.Null(), Type.String()]),
  view: TokenView,
});
export type MakeTokenAnswer = Static<typeof MakeTokenAnswer>;
