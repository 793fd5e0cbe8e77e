import { createTransport } from 'nodemailer';
import type { MailConfig } from '#server/app/messages-config.ts';
import { type Delivery, delivered, type Gateway, notNow } from './gateway.ts';

type Patience = { readonly connectInMs: number; readonly answerInMs: number };
const patience: Patience = { connectInMs: 10_000, answerInMs: 20_000 };

/** Mail by SMTP. The Message-ID follows from the message's id, so that a mail that comes twice is known as one. */
export function createMailGateway(
  { smtpUrl, from }: MailConfig,
  { connectInMs, answerInMs }: Patience = patience,
): Gateway {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: connectInMs,
    greetingTimeout: connectInMs,
    socketTimeout: answerInMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = from.slice(from.indexOf('@') + 1);
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${host}>`,
        });
        return delivered;
      } catch (failure) {
        return deliveryOf(failure as SmtpFailure);
      }
    },
  };
}

type SmtpFailure = Error & { readonly code?: string; readonly responseCode?: number };

/** 5yz is a lasting no (RFC 5321, 4.2.1); but that our own login is refused is for us to mend, not the addressee's fault. */
function deliveryOf({ code, responseCode = 0 }: SmtpFailure): Delivery {
  const isLasting = responseCode >= 500 && responseCode < 600;
  if (!isLasting || code === 'EAUTH') return notNow;
  return {
    ok: false,
    fault: code === 'EENVELOPE' ? 'address-refused' : 'gateway-refused',
    isFinal: true,
  };
}
