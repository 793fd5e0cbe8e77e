import { Socket } from 'node:net';
import pg from 'pg';

/** One server of several: the one that takes writes is found each time a connection is made. */
type Host = { readonly host: string; readonly port: number };
type Address = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly reason: string };

const parameter = 'hosts';
const ordinaryPort = 5432;
const patienceInMs = 1_500;
const nobodyTakesWrites = 'None of the hosts of the database takes writes now';

/**
 * An address in libpq's form, `postgres://user:password@one:5432,two:5432/hejie?target_session_attrs=read-write`, in one
 * that a URL can be: the first host, and all of them as a parameter. What names one host stays as it is.
 */
export function readSeveralHosts(address: string): Address {
  const parts = /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?@]+)(.*)$/.exec(address);
  const [, before = '', list = '', after = ''] = parts ?? [];
  if (!list.includes(',')) return { ok: true, url: address };
  const hosts = list.split(',').map(readHost);
  if (hosts.includes(null)) return { ok: false, reason: 'its hosts are not host:port,host:port' };
  const named = (hosts as Host[]).map(written);
  const url = URL.parse(`${before}${named[0]}${after}`);
  if (url === null) return { ok: false, reason: 'it cannot be read' };
  const wanted = url.searchParams.get('target_session_attrs') ?? 'read-write';
  if (wanted !== 'read-write' && wanted !== 'primary')
    return { ok: false, reason: 'target_session_attrs is read-write, for the program writes' };
  url.searchParams.delete('target_session_attrs');
  url.searchParams.set(parameter, named.join(','));
  return { ok: true, url: url.href };
}

/**
 * What a client or pool is made with. `pg` knows one host only; where there are several its socket looks for the one
 * that takes writes before it connects, so that each connection made after a fail-over goes to the new one.
 */
export function reach(url: string): Pick<pg.ClientConfig, 'connectionString' | 'stream'> {
  const hosts = hostsOf(url);
  if (hosts.length < 2) return { connectionString: url };
  return { connectionString: url, stream: () => new SocketToPrimary(url, hosts) };
}

function hostsOf(url: string): Host[] {
  const list = URL.parse(url)?.searchParams.get(parameter) ?? '';
  return list.split(',').flatMap((one) => readHost(one) ?? []);
}

function readHost(text: string): Host | null {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = bracketed ?? plain;
  return host === undefined ? null : { host, port: Number(port ?? ordinaryPort) };
}

function written({ host, port }: Host): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

class SocketToPrimary extends Socket {
  readonly #url: string;
  readonly #hosts: readonly Host[];

  constructor(url: string, hosts: readonly Host[]) {
    super();
    this.#url = url;
    this.#hosts = hosts;
  }

  // biome-ignore lint/suspicious/noExplicitAny: node declares five overloads; pg calls one, (port, host).
  override connect(..._given: any[]): this {
    findPrimary(this.#url, this.#hosts).then(
      ({ host, port }) => {
        // Whoever waited for it may have given up meanwhile.
        if (!this.destroyed) super.connect(port, host);
      },
      (failure: Error) => this.destroy(failure),
    );
    return this;
  }
}

const lastFound = new Map<string, Host>();
const finding = new Map<string, Promise<Host>>();

/** A pool that opens many connections at once asks once. */
function findPrimary(url: string, hosts: readonly Host[]): Promise<Host> {
  const search = finding.get(url) ?? askInTurn(url, hosts).finally(() => finding.delete(url));
  finding.set(url, search);
  return search;
}

/** The last one that took writes is asked first: of two that both claim to, nobody is to go back and forth. */
async function askInTurn(url: string, hosts: readonly Host[]): Promise<Host> {
  const last = lastFound.get(url);
  const inTurn = last ? [last, ...hosts.filter((host) => host !== last)] : hosts;
  let failure: unknown;
  let isAnybodyThere = false;
  for (const host of inTurn) {
    try {
      if (await takesWrites(url, host)) {
        lastFound.set(url, host);
        return host;
      }
      isAnybodyThere = true;
    } catch (reason) {
      // That one does not let us in says more than that another is away.
      if (failure === undefined || (reason as { severity?: string }).severity !== undefined) failure = reason;
    }
  }
  throw isAnybodyThere ? new Error(nobodyTakesWrites, { cause: failure }) : failure;
}

async function takesWrites(url: string, { host, port }: Host): Promise<boolean> {
  const alone = new URL(url);
  alone.searchParams.delete(parameter);
  alone.hostname = host.includes(':') ? `[${host}]` : host;
  alone.port = String(port);
  const client = new pg.Client({
    connectionString: alone.href,
    connectionTimeoutMillis: patienceInMs,
    query_timeout: patienceInMs,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      `select not pg_is_in_recovery() and current_setting('default_transaction_read_only') = 'off' as yes`,
    );
    return rows[0].yes;
  } finally {
    void client.end().catch(() => undefined);
  }
}
