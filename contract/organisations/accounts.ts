import { type Static, Type } from 'typebox';
import { Instant, OneOf, Uuid, Words } from '../matters/parts.ts';
import { pageOf, paging } from './listing.ts';
import { PostingView } from './postings.ts';

/** Lengths and characters of names and passwords are the server's rules, which answer with a sentence of their own. */
const Username = Type.String({ minLength: 1, maxLength: 100 });
const Password = Type.String({ minLength: 1, maxLength: 300 });

export const secondFactorStates = ['none', 'totp', 'passkey', 'both'] as const;

export const AccountView = Type.Object({
  id: Uuid,
  username: Type.String(),
  name: Type.String(),
  createdAt: Instant,
  disabledAt: Type.Union([Instant, Type.Null()]),
  secondFactor: OneOf(secondFactorStates),
  isLockedUntil: Type.Union([Instant, Type.Null()], {
    description: 'Until when the account has to wait after wrong passwords or codes.',
  }),
  postings: Type.Array(PostingView, { description: 'Those in force and those to come.' }),
});
export type AccountView = Static<typeof AccountView>;

export const ListAccountsQuery = Type.Object({
  find: Type.Optional(Type.String({ maxLength: 60, description: 'A part of the name or of the user name.' })),
  ...paging,
});
export type ListAccountsQuery = Static<typeof ListAccountsQuery>;

export const ListAccountsAnswer = pageOf({ accounts: Type.Array(AccountView) });
export type ListAccountsAnswer = Static<typeof ListAccountsAnswer>;

export const CreateAccountBody = Type.Object(
  {
    username: Username,
    name: Words(60),
    password: Type.Optional(Password),
  },
  { examples: [{ username: 'zhao-min', name: '赵敏' }] },
);
export type CreateAccountBody = Static<typeof CreateAccountBody>;

const ShownOnce = Type.Union([Type.String(), Type.Null()], {
  description:
    'The initial password that was made, shown this once; null where one was given, and when repeated.',
});

export const CreateAccountAnswer = Type.Object({ account: AccountView, password: ShownOnce });
export type CreateAccountAnswer = Static<typeof CreateAccountAnswer>;

export const SetPasswordBody = Type.Object({ password: Type.Optional(Password) }, { examples: [{}] });
export type SetPasswordBody = Static<typeof SetPasswordBody>;

export const SetPasswordAnswer = Type.Object({ account: AccountView, password: ShownOnce });
export type SetPasswordAnswer = Static<typeof SetPasswordAnswer>;

export const DisableAccountBody = Type.Object({}, { examples: [{}] });

export const DisableAccountAnswer = Type.Object({
  account: AccountView,
  handedOver: Type.Integer({ description: 'How many matters now wait to be assigned.' }),
});
export type DisableAccountAnswer = Static<typeof DisableAccountAnswer>;

export const UnlockAccountBody = Type.Object({}, { examples: [{}] });

export const ResetSecondFactorBody = Type.Object(
  { reason: Words(200) },
  { examples: [{ reason: '本人到场说明手机遗失' }] },
);
export type ResetSecondFactorBody = Static<typeof ResetSecondFactorBody>;
