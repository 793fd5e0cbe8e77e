import { type Static, Type } from 'typebox';

export const MakeFirstAdministrator = Type.Object(
  {
    token: Type.String({
      minLength: 20,
      maxLength: 100,
      description: 'From the link printed at first start.',
    }),
    username: Type.String({ minLength: 3, maxLength: 60 }),
    password: Type.String({ minLength: 10, maxLength: 128 }),
    name: Type.String({ minLength: 1, maxLength: 60 }),
  },
  {
    examples: [
      {
        token: 'the-token-of-the-link-that-was-printed',
        username: 'wang.security',
        password: 'four words you remember',
        name: '王安',
      },
    ],
  },
);
export type MakeFirstAdministrator = Static<typeof MakeFirstAdministrator>;
