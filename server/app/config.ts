import { resolve } from 'node:path';
import { readSeveralHosts } from '#server/database/several-hosts.ts';
import { type BoundsConfig, readBounds } from './bounds-config.ts';
import { type GettingInConfig, readGettingIn } from './getting-in-config.ts';
import { type MessagesConfig, readMessages } from './messages-config.ts';

/** What the program was told by its environment. This file is the only one that reads it. */
export type Config = {
  readonly mode: 'demo' | 'production';
  readonly port: number;
  readonly bind: string;
  /** Where the browser reaches the program; demo mode knows it once it listens. */
  readonly origin: string | null;
  /** The reverse proxy whose forwarded headers are believed, if there is one. */
  readonly proxy: string | null;
  readonly dataFolder: string;
  readonly city: string;
  readonly database: DatabaseConfig;
  readonly secrets: Secrets;
  readonly messages: MessagesConfig;
  readonly bounds: BoundsConfig;
  readonly gettingIn: GettingInConfig;
  readonly logLevel: LogLevel;
  /** Opens `/metrics` to whoever has it, from anywhere; without one it is read on this machine only. */
  readonly metricsToken: string | null;
};

/** `embedded`: the program starts a PostgreSQL of its own in the data folder. */
export type DatabaseConfig =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'server'; readonly url: string; readonly adminUrl: string };

/** `kept`: made at first start and kept in the data folder, which is good enough for a demo only. */
export type Secrets =
  | { readonly kind: 'kept'; readonly folder: string }
  | { readonly kind: 'given'; readonly masterKey: Buffer; readonly sessionSecret: string };

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A sentence for each value that is missing or wrong, all at once. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

const productionNames = [
  'HEJIE_ORIGIN',
  'HEJIE_MASTER_KEY',
  'HEJIE_SESSION_SECRET',
  'DATABASE_URL',
  'DATABASE_ADMIN_URL',
] as const;

const purposes: Record<(typeof productionNames)[number], string> = {
  HEJIE_ORIGIN: 'the address that browsers use, such as https://hejie.example.gov.cn',
  HEJIE_MASTER_KEY:
    '32 random bytes in base64 (openssl rand -base64 32); without it no party can ever be read again',
  HEJIE_SESSION_SECRET: 'at least 32 random characters (openssl rand -base64 32)',
  DATABASE_URL: 'the PostgreSQL that the program works in, such as postgres://hejie_app:…@host/hejie',
  DATABASE_ADMIN_URL: 'the same database as the owner who migrates it',
};

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** Reads the environment. Without configuration it is a demo; half a production is refused. */
export function readConfig(environment: Environment): ConfigResult {
  const faults: string[] = [];
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined;

  const mode = readMode(value, faults);
  const port = readPort(value('PORT'), faults);
  const bind = value('HEJIE_BIND') ?? '127.0.0.1';
  const dataFolder = resolve(value('HEJIE_DATA') ?? 'data');
  const city = value('HEJIE_CITY') ?? 'baotou';
  if (!/^[a-z0-9-]+$/.test(city)) faults.push('HEJIE_CITY is not the name of a folder under cities/.');
  const logLevel = readLogLevel(value('HEJIE_LOG'), mode, faults);

  if (mode === 'demo' && !loopback.includes(bind)) {
    faults.push(`HEJIE_BIND is ${bind}, but demo mode, whose passwords are public, binds to 127.0.0.1 only.`);
  }
  if (mode === 'demo' && value('HEJIE_PROXY'))
    faults.push('HEJIE_PROXY is set, but demo mode stands behind no proxy.');
  const database = readDatabase(value, mode, faults);
  const secrets = readSecrets(value, mode, dataFolder, faults);
  const messages = readMessages(value, mode, faults);
  const bounds = readBounds(value, messages, faults);
  const gettingIn = readGettingIn(value, mode, faults);
  const metricsToken = value('HEJIE_METRICS_TOKEN') ?? null;
  if (metricsToken !== null && metricsToken.length < 32)
    faults.push('HEJIE_METRICS_TOKEN has fewer than 32 characters.');
  const origin = mode === 'production' ? readOrigin(value('HEJIE_ORIGIN'), faults) : null;

  if (faults.length > 0) return { ok: false, faults };
  const proxy = value('HEJIE_PROXY') ?? null;
  return {
    ok: true,
    config: {
      mode,
      port,
      bind,
      origin,
      proxy,
      dataFolder,
      city,
      database,
      secrets,
      messages,
      bounds,
      gettingIn,
      logLevel,
      metricsToken,
    },
  };
}

type Value = (name: string) => string | undefined;

function readMode(value: Value, faults: string[]): Config['mode'] {
  const asked = value('HEJIE_MODE');
  if (asked !== undefined && asked !== 'demo' && asked !== 'production') {
    faults.push(`HEJIE_MODE is ${asked}; it is demo or production.`);
    return 'demo';
  }
  if (asked === 'demo') return 'demo';
  // A database server alone is a fine place for a demo; the other values say that somebody means it.
  const given = productionNames.filter((name) => value(name) !== undefined);
  const meant = given.filter((name) => name.startsWith('HEJIE_'));
  if (asked === undefined && meant.length === 0) return 'demo';
  for (const name of productionNames.filter((each) => !given.includes(each))) {
    faults.push(`${name} is missing: ${purposes[name]}.`);
  }
  if (asked === undefined && faults.length > 0) {
    faults.push(`${meant.join(', ')} asks for production; for a demo leave it out.`);
  }
  return 'production';
}

function readPort(text: string | undefined, faults: string[]): number {
  if (text === undefined) return 8420;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  faults.push(`PORT is ${text}; it is a number from 0 to 65535.`);
  return 0;
}

function readLogLevel(text: string | undefined, mode: Config['mode'], faults: string[]): LogLevel {
  if (text === undefined) return mode === 'demo' ? 'warn' : 'info';
  const level = logLevels.find((known) => known === text);
  if (level) return level;
  faults.push(`HEJIE_LOG is ${text}; it is one of ${logLevels.join(', ')}.`);
  return 'info';
}

function readDatabase(value: Value, mode: Config['mode'], faults: string[]): DatabaseConfig {
  const url = readDatabaseAddress('DATABASE_URL', value, faults);
  const adminUrl = readDatabaseAddress('DATABASE_ADMIN_URL', value, faults);
  if (url && adminUrl) return { kind: 'server', url, adminUrl };
  if (mode === 'demo' && (url || adminUrl)) {
    const name = url ? 'DATABASE_ADMIN_URL' : 'DATABASE_URL';
    faults.push(`${name} is missing: ${purposes[name]}.`);
  }
  return { kind: 'embedded' };
}

function readDatabaseAddress(
  name: 'DATABASE_URL' | 'DATABASE_ADMIN_URL',
  value: Value,
  faults: string[],
): string | undefined {
  const given = value(name);
  if (!given) return given;
  if (!/^postgres(ql)?:\/\//.test(given)) {
    faults.push(`${name} is not an address of PostgreSQL (postgres://…).`);
    return given;
  }
  const address = readSeveralHosts(given);
  if (address.ok) return address.url;
  faults.push(`${name} names several hosts, and ${address.reason}.`);
  return given;
}

function readSecrets(value: Value, mode: Config['mode'], dataFolder: string, faults: string[]): Secrets {
  if (mode === 'demo') return { kind: 'kept', folder: dataFolder };
  const encoded = value('HEJIE_MASTER_KEY');
  const masterKey = Buffer.from(encoded ?? '', 'base64');
  if (encoded && (masterKey.length !== 32 || masterKey.toString('base64') !== encoded)) {
    faults.push('HEJIE_MASTER_KEY is not 32 bytes in base64 (44 characters).');
  }
  const sessionSecret = value('HEJIE_SESSION_SECRET') ?? '';
  if (sessionSecret && sessionSecret.length < 32)
    faults.push('HEJIE_SESSION_SECRET has fewer than 32 characters.');
  return { kind: 'given', masterKey, sessionSecret };
}

function readOrigin(text: string | undefined, faults: string[]): string | null {
  if (text === undefined) return null;
  const address = URL.parse(text);
  const isSafe =
    address?.protocol === 'https:' || (address?.protocol === 'http:' && loopback.includes(address.hostname));
  if (address && isSafe && address.origin === text.replace(/\/$/, '')) return address.origin;
  faults.push(`HEJIE_ORIGIN is ${text}; it is https:// and a host, without a path.`);
  return null;
}

/** The configuration of this process. */
export function readProcessConfig(): ConfigResult {
  return readConfig(process.env);
}
