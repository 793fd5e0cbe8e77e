import { isIP } from 'node:net';
import { isInside } from '#server/adapters/inside-addresses.ts';
import { isNamed } from '#server/adapters/outgoing.ts';
import type { ScannerAddress } from '#server/adapters/virus-scan.ts';
import type { MessagesConfig } from './messages-config.ts';

/** Bounds to what comes in and goes out. */
export type BoundsConfig = {
  /** Hosts (`name` or `name:port`) on the inside that the program may call. */
  readonly outgoingAllow: readonly string[];
  /** Where clamd listens; null: uploads are not looked through for viruses. */
  readonly scanner: ScannerAddress | null;
  /** How many requests a second one address may make for long; 0: as many as it likes. */
  readonly addressRate: number;
};

type Value = (name: string) => string | undefined;

export function readBounds(value: Value, messages: MessagesConfig, faults: string[]): BoundsConfig {
  return {
    outgoingAllow: readAllow(value('HEJIE_OUTGOING_ALLOW'), messages, faults),
    scanner: readScanner(value('HEJIE_CLAMD'), faults),
    addressRate: readRate(value('HEJIE_ADDRESS_RATE'), faults),
  };
}

const hostForm = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

function readAllow(text: string | undefined, { sms }: MessagesConfig, faults: string[]): string[] {
  const allow = (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  for (const each of allow.filter((one) => !hostForm.test(one)))
    faults.push(`HEJIE_OUTGOING_ALLOW says ${each}; it is a list of hosts (name or name:port) with commas.`);
  // Better said at start than found out by the first message that does not arrive. A name is looked up later.
  const gateway = URL.parse(sms?.url ?? '');
  const host = gateway?.hostname.replace(/^\[|\]$/g, '') ?? '';
  const isForbidden = host === 'localhost' || (isIP(host) !== 0 && isInside(host));
  if (gateway !== null && isForbidden && !isNamed(gateway, allow))
    faults.push(
      `HEJIE_SMS_URL leads to ${gateway.host}, which is on the inside: name it in HEJIE_OUTGOING_ALLOW.`,
    );
  return allow;
}

function readScanner(text: string | undefined, faults: string[]): ScannerAddress | null {
  if (text === undefined) return null;
  const [, path] = /^unix:(\/.+)$/.exec(text) ?? [];
  if (path !== undefined) return { path };
  const [, host, port] = /^([a-z0-9.-]+|\[[0-9a-f:.]+\]):(\d{1,5})$/i.exec(text) ?? [];
  if (host !== undefined && Number(port) > 0 && Number(port) <= 65535)
    return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
  faults.push(`HEJIE_CLAMD is ${text}; it is host:port or unix:/path of a clamd.`);
  return null;
}

/** What two hundred desks behind one line need at their busiest; docs/operations.md does the sum. */
const usualRate = 200;

function readRate(text: string | undefined, faults: string[]): number {
  if (text === undefined) return usualRate;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  faults.push(`HEJIE_ADDRESS_RATE is ${text}; it is a whole number of requests a second, or 0 for no bound.`);
  return usualRate;
}
