/** How messages to parties leave the program. A way that is not configured sends nothing, and says so at the matter. */
export type MessagesConfig = { readonly mail: MailConfig | null; readonly sms: SmsConfig | null };

export type MailConfig = { readonly smtpUrl: string; readonly from: string };

/** A generic HTTP gateway: what it is sent is a JSON document with places for `{to}`, `{text}` and `{id}`. */
export type SmsConfig = {
  readonly url: string;
  readonly request: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** Text that the answer to an accepted message contains; many gateways answer 200 whatever happens. */
  readonly accepted: string | null;
};

type Value = (name: string) => string | undefined;

const mailNames = ['HEJIE_SMTP_URL', 'HEJIE_MAIL_FROM'] as const;
const smsNames = ['HEJIE_SMS_URL', 'HEJIE_SMS_REQUEST', 'HEJIE_SMS_HEADERS', 'HEJIE_SMS_ACCEPTED'] as const;

/** Reads how messages go out. A demo, whose people are invented and whose numbers may be somebody's, sends none. */
export function readMessages(value: Value, mode: 'demo' | 'production', faults: string[]): MessagesConfig {
  const given = [...mailNames, ...smsNames].filter((name) => value(name) !== undefined);
  if (mode === 'demo') {
    if (given.length > 0)
      faults.push(
        `${given.join(', ')} is set, but demo mode sends nothing: it shows its messages at /p/outbox.`,
      );
    return { mail: null, sms: null };
  }
  return { mail: readMail(value, faults), sms: readSms(value, faults) };
}

function readMail(value: Value, faults: string[]): MailConfig | null {
  const smtpUrl = value('HEJIE_SMTP_URL');
  const from = value('HEJIE_MAIL_FROM');
  if (smtpUrl === undefined && from === undefined) return null;
  if (smtpUrl === undefined)
    faults.push(
      'HEJIE_SMTP_URL is missing: the mail server, such as smtps://user:password@mail.example.gov.cn.',
    );
  else if (!/^smtps?:\/\/[^/]+/.test(smtpUrl) || URL.parse(smtpUrl) === null)
    faults.push('HEJIE_SMTP_URL is not the address of a mail server (smtp://… or smtps://…).');
  if (from === undefined)
    faults.push(
      'HEJIE_MAIL_FROM is missing: the address that mails come from, such as hejie@example.gov.cn.',
    );
  else if (!/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(from))
    faults.push(`HEJIE_MAIL_FROM is ${from}; it is one plain mail address.`);
  return { smtpUrl: smtpUrl ?? '', from: from ?? '' };
}

function readSms(value: Value, faults: string[]): SmsConfig | null {
  if (smsNames.every((name) => value(name) === undefined)) return null;
  const url = value('HEJIE_SMS_URL');
  if (url === undefined)
    faults.push('HEJIE_SMS_URL is missing: the address of the gateway that text messages are posted to.');
  else if (!/^https?:\/\//.test(url) || URL.parse(url) === null)
    faults.push('HEJIE_SMS_URL is not an address (https://…).');
  return {
    url: url ?? '',
    request: readRequest(value('HEJIE_SMS_REQUEST'), faults),
    headers: readHeaders(value('HEJIE_SMS_HEADERS'), faults),
    accepted: value('HEJIE_SMS_ACCEPTED') ?? null,
  };
}

const example = '{"phone": "{to}", "content": "{text}", "outId": "{id}"}';

function readRequest(text: string | undefined, faults: string[]): unknown {
  if (text === undefined) {
    faults.push(`HEJIE_SMS_REQUEST is missing: what the gateway is sent, such as ${example}.`);
    return null;
  }
  const request = parse(text);
  if (typeof request !== 'object' || request === null) {
    faults.push(`HEJIE_SMS_REQUEST is not a JSON document such as ${example}.`);
    return null;
  }
  const places = new Set(text.match(/\{\w+\}/g) ?? []);
  for (const place of ['{to}', '{text}', '{id}']) {
    if (!places.delete(place)) faults.push(`HEJIE_SMS_REQUEST has no place for ${place}.`);
  }
  if (places.size > 0)
    faults.push(`HEJIE_SMS_REQUEST has places that nothing fills: ${[...places].join(' ')}.`);
  return request;
}

function readHeaders(text: string | undefined, faults: string[]): Record<string, string> {
  if (text === undefined) return {};
  const headers = parse(text);
  const isRight =
    typeof headers === 'object' &&
    headers !== null &&
    !Array.isArray(headers) &&
    Object.entries(headers).every(
      ([name, one]) => /^[A-Za-z0-9-]+$/.test(name) && typeof one === 'string' && !/[\r\n]/.test(one),
    );
  if (isRight) return headers as Record<string, string>;
  faults.push('HEJIE_SMS_HEADERS is not a JSON object of names and texts, such as {"authorization": "…"}.');
  return {};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
