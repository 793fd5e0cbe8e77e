import { type Static, Type } from 'typebox';

/** What demo mode tells everybody; production never answers it. */
export const DemoAccounts = Type.Array(
  Type.Object({
    username: Type.String(),
    password: Type.String(),
    name: Type.String(),
    role: Type.String(),
    region: Type.String(),
    token: Type.String(),
  }),
);
export type DemoAccounts = Static<typeof DemoAccounts>;
