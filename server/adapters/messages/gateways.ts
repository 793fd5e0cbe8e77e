import type { Config } from '#server/app/config.ts';
import type { OutgoingFetch } from '../outgoing.ts';
import type { Gateways } from './gateway.ts';
import { createMailGateway } from './mail.ts';
import { createSmsGateway } from './sms.ts';

/** The ways out that are configured. A demo has none of these: its messages go to the outbox. */
export function createGateways(
  { messages: { mail, sms } }: Pick<Config, 'messages'>,
  callOut: OutgoingFetch,
): Gateways {
  return { mail: mail && createMailGateway(mail), sms: sms && createSmsGateway(sms, callOut) };
}
