import { type Static, Type } from 'typebox';
import { seats } from '#domain/matters/vocabulary.ts';
import { MatterPresent } from './matter.ts';
import { OneOf } from './parts.ts';

/** What one party takes home when a secret is handed to them: their own code and secret, nothing of anybody else. */
export const SecretSlip = Type.Object({
  code: Type.String(),
  qr: Type.String({ description: 'What the QR code carries: the code, nothing else.' }),
  centre: Type.String(),
  seat: OneOf(seats),
  name: Type.String(),
  secret: Type.String(),
  followAt: Type.Union([Type.String(), Type.Null()], { description: 'Where the matter is followed.' }),
  texts: Type.Record(Type.String(), Type.String(), {
    description: "The city's own words, by the keys of its pack's receipt.csv.",
  }),
});
export type SecretSlip = Static<typeof SecretSlip>;

export const ReIssueSecretAnswer = Type.Object({ matter: MatterPresent, slip: SecretSlip });
export type ReIssueSecretAnswer = Static<typeof ReIssueSecretAnswer>;
