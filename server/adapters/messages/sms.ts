import type { SmsConfig } from '#server/app/messages-config.ts';
import type { OutgoingFetch } from '../outgoing.ts';
import { type Delivery, delivered, type Gateway, notNow } from './gateway.ts';

const patienceInMs = 15_000;
const answerAtMostCharacters = 10_000;

/** Text messages by whatever gateway speaks JSON over HTTP; the message's id goes along, so that it can know a repeat. */
export function createSmsGateway(
  config: SmsConfig,
  callOut: OutgoingFetch,
  timeoutInMs = patienceInMs,
): Gateway {
  return {
    async send({ id, to, text }) {
      try {
        const response = await callOut(config.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...config.headers },
          body: JSON.stringify(filled(config.request, { id, to, text })),
          signal: AbortSignal.timeout(timeoutInMs),
        });
        const answer = (await response.text()).slice(0, answerAtMostCharacters);
        return deliveryOf(response.status, config.accepted === null || answer.includes(config.accepted));
      } catch {
        return notNow;
      }
    },
  };
}

/** The request with its places filled in, wherever a text stands in it. */
export function filled(request: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof request === 'string') {
    return request.replace(/\{(to|text|id)\}/g, (whole, name: string) => values[name] ?? whole);
  }
  if (Array.isArray(request)) return request.map((one) => filled(one, values));
  if (typeof request !== 'object' || request === null) return request;
  return Object.fromEntries(Object.entries(request).map(([key, one]) => [key, filled(one, values)]));
}

/** Refused logins and busy signs pass; what else the gateway calls our fault does not. */
const passing = [401, 403, 407, 408, 425, 429];

function deliveryOf(status: number, saysAccepted: boolean): Delivery {
  if (status >= 200 && status < 300) {
    return saysAccepted ? delivered : { ok: false, fault: 'gateway-refused', isFinal: false };
  }
  if (status >= 400 && status < 500 && !passing.includes(status)) {
    return { ok: false, fault: 'gateway-refused', isFinal: true };
  }
  return notNow;
}
