import type { MessageFault, MessageWay } from '#domain/messages/vocabulary.ts';

/** A message ready to leave. Its id stays the same however often it is tried. */
export type OutgoingMessage = {
  readonly id: string;
  readonly cityCode: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** What came of it. `isFinal`: trying again would change nothing. */
export type Delivery =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: MessageFault; readonly isFinal: boolean };

/** One way out. It answers and never throws: a gateway that is away is an answer too. */
export type Gateway = { send(message: OutgoingMessage): Promise<Delivery> };

/** The ways out that this program has. */
export type Gateways = Readonly<Record<MessageWay, Gateway | null>>;

export const delivered: Delivery = { ok: true };
/** Away, busy, or not set up right: worth another try. */
export const notNow: Delivery = { ok: false, fault: 'gateway-away', isFinal: false };
