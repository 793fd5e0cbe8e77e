import { type Static, Type } from 'typebox';
import { seats } from '#domain/matters/vocabulary.ts';
import { messageFaults, messageStates, messageTemplates, messageWays } from '#domain/messages/vocabulary.ts';
import { Instant, OneOf, Uuid } from '../matters/parts.ts';

/** A message to a party: that it exists and where it stands, never where it goes. `at` is when it left, or else was written. */
export const MessageView = Type.Object({
  id: Uuid,
  partyId: Uuid,
  seat: Type.Object({ code: OneOf(seats), label: Type.String() }),
  way: Type.Object({ code: OneOf(messageWays), label: Type.String() }),
  template: Type.Object({ code: OneOf(messageTemplates), label: Type.String() }),
  state: Type.Object({ code: OneOf(messageStates), label: Type.String() }),
  fault: Type.Union([Type.Object({ code: OneOf(messageFaults), label: Type.String() }), Type.Null()]),
  at: Instant,
  resendHref: Type.Union([Type.String(), Type.Null()], {
    description: 'Where to have it sent once more, if it may be.',
  }),
});
export type MessageView = Static<typeof MessageView>;
