import type { Checked } from '#domain/parties/identifier-refusals.ts';
import type { MessageWay, ToldBy } from './vocabulary.ts';

/** Where a party can be reached, in normal form. */
export type Reachable = { readonly phone?: string; readonly email?: string };

/** Whether text messages reach this number (in normal form): a mobile phone of the country, or one abroad. */
export function isMobile(phone: string): boolean {
  return /^1[3-9][0-9]{9}$/.test(phone) || /^\+[0-9]{6,15}$/.test(phone);
}

/** The address a message by this way goes to, or null where the party has none. */
export function addressFor(way: MessageWay, party: Reachable): string | null {
  if (way === 'mail') return party.email ?? null;
  return party.phone !== undefined && isMobile(party.phone) ? party.phone : null;
}

/** Whether a choice can be kept: a way needs its address. */
export function lacksAddress(choice: ToldBy | undefined, party: Reachable): boolean {
  return choice !== undefined && choice !== 'none' && addressFor(choice, party) === null;
}

/** A mail address in its one form: its host in small letters, no more than one plain address. */
export function normaliseEmail(text: string): Checked<'email-not-recognised'> {
  const typed = text.trim();
  const [, local = '', host = ''] = /^([^\s@<>()[\]\\,;:"]{1,64})@([^\s@]{1,253})$/.exec(typed) ?? [];
  const isHost = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(host);
  if (!isHost || local.startsWith('.') || local.endsWith('.') || local.includes('..')) {
    return { ok: false, reason: 'email-not-recognised' };
  }
  return { ok: true, value: `${local}@${host.toLowerCase()}` };
}

/** An address by which its owner knows it again and nobody else learns it: 138****0000, w***@example.cn. */
export function maskAddress(address: string): string {
  const at = address.indexOf('@');
  if (at > 0) return `${address.slice(0, 1)}***${address.slice(at)}`;
  return `${address.slice(0, 3)}****${address.slice(-4)}`;
}
