import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, type RequestInit as UndiciInit, fetch as undiciFetch } from 'undici';
import { isInside } from './inside-addresses.ts';

/** What a call may ask for. A redirect is never followed: it comes back as the answer that it is. */
export type OutgoingInit = Pick<RequestInit, 'method' | 'headers' | 'body' | 'signal'>;

/** Takes the place of `fetch` wherever the program calls out. The answer was read whole, within the bounds. */
export type OutgoingFetch = (address: string | URL | Request, init?: OutgoingInit) => Promise<Response>;

export type Outgoing = { readonly fetch: OutgoingFetch; close(): Promise<void> };

export type OutgoingBounds = { readonly timeInMs: number; readonly answerBytes: number };

export type OutgoingOptions = {
  /** Hosts (`name` or `name:port`) that may stand on the inside. */
  readonly allow: readonly string[];
  readonly bounds?: Partial<OutgoingBounds>;
  /** All addresses of a name. Tests bring names of their own. */
  readonly lookup?: (host: string) => Promise<readonly { address: string; family: number }[]>;
  /** Told of each call that was not made. */
  readonly onRefused?: (host: string) => void;
};

const usualBounds: OutgoingBounds = { timeInMs: 15_000, answerBytes: 1024 * 1024 };

/** Why a call was not made, or its answer not taken. */
export class OutgoingRefused extends Error {
  override readonly name = 'OutgoingRefused';
  readonly reason: 'address' | 'inside' | 'too-big';
  constructor(reason: 'address' | 'inside' | 'too-big', message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * The one door by which the program calls out over HTTP. Whoever can write an address into a setting must not thereby
 * reach what only this machine reaches. A name is resolved once, by us, at the moment of connecting: what was checked is
 * what is connected to, so a name that answers otherwise the second time gains nothing.
 */
export function createOutgoing({ allow, bounds, lookup = all, onRefused }: OutgoingOptions): Outgoing {
  const { timeInMs, answerBytes } = { ...usualBounds, ...bounds };
  const refuse = (host: string): OutgoingRefused => {
    onRefused?.(host);
    return new OutgoingRefused('inside', `${host} is on the inside`);
  };
  const agentFor = (mayBeInside: boolean): Agent => {
    const resolve = async (host: string) => {
      const found = await lookup(host);
      if (found.length === 0) throw new OutgoingRefused('address', `${host} has no address`);
      // One inside among several is enough: which of them is taken is chance.
      if (!mayBeInside && found.some(({ address }) => isInside(address))) throw refuse(host);
      return found.map(({ address, family }) => ({ address, family }));
    };
    const pinned: LookupFunction = (host, options, done) => {
      resolve(host).then(
        (found) =>
          options.all ? done(null, found) : done(null, found[0]?.address ?? '', found[0]?.family ?? 4),
        (failure: Error) => done(failure, '', 4),
      );
    };
    return new Agent({
      connect: { lookup: pinned, timeout: timeInMs },
      headersTimeout: timeInMs,
      bodyTimeout: timeInMs,
      maxHeaderSize: 16 * 1024,
      allowH2: false,
    });
  };
  const toOutside = agentFor(false);
  const toNamed = agentFor(true);

  const call: OutgoingFetch = async (target, given = {}) => {
    const { address, init } = await orderOf(target, given);
    const url = URL.parse(address);
    if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
      throw new OutgoingRefused('address', 'not a plain http or https address');
    // URL has already turned 0x7f.1, 2130706433 and 0177.0.0.1 into the address that they are.
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const mayBeInside = isNamed(url, allow);
    // A bare address is never looked up.
    if (isIP(host) !== 0 && !mayBeInside && isInside(host)) throw refuse(host);
    const time = AbortSignal.timeout(timeInMs);
    const answer = await undiciFetch(url, {
      ...(init as UndiciInit),
      redirect: 'manual',
      signal: init.signal ? AbortSignal.any([init.signal, time]) : time,
      dispatcher: mayBeInside ? toNamed : toOutside,
    });
    const body = await readWithin(answer.body, answerBytes);
    const headers = new Headers([...answer.headers]);
    headers.delete('content-encoding');
    headers.delete('content-length');
    const { status, statusText } = answer;
    return new Response(body.length === 0 ? null : body, { status, statusText, headers });
  };

  return {
    fetch: call,
    close: async () => void (await Promise.all([toOutside.close(), toNamed.close()])),
  };
}

const all: NonNullable<OutgoingOptions['lookup']> = (host) => systemLookup(host, { all: true });

/** Libraries hand over a request that is made already, or an address and the rest. */
async function orderOf(
  target: string | URL | Request,
  given: OutgoingInit,
): Promise<{ address: string; init: OutgoingInit }> {
  if (!(target instanceof Request)) return { address: String(target), init: given };
  const { url, method, headers, signal } = target;
  const body = target.body === null ? null : await target.arrayBuffer();
  // As an iterable: undici's own Headers does not know those of the platform.
  return { address: url, init: { method, headers: [...headers], body, signal, ...given } };
}

/** Whether the operator named this host; with a port, only at that port. */
export function isNamed(url: URL, allow: readonly string[]): boolean {
  const bare = (host: string): string => host.toLowerCase().replace(/\.$/, '');
  const host = bare(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allow.some((each) => [host, `${host}:${port}`].includes(bare(each)));
}

/** Counted as it arrives and unpacked, so that a small answer that unpacks to a large one meets the bound, too. */
async function readWithin(
  stream: AsyncIterable<Uint8Array> | null,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream ?? []) {
    size += part.length;
    if (size > most) throw new OutgoingRefused('too-big', `the answer has more than ${most} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
