import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Config, type Environment, readConfig } from './config.ts';

const masterKey = Buffer.alloc(32, 7).toString('base64');
const production: Environment = {
  HEJIE_ORIGIN: 'https://hejie.example.gov.cn',
  HEJIE_MASTER_KEY: masterKey,
  HEJIE_SESSION_SECRET: 'x'.repeat(32),
  DATABASE_URL: 'postgres://app@db/hejie',
  DATABASE_ADMIN_URL: 'postgres://owner@db/hejie',
};

function accepted(environment: Environment): Config {
  const result = readConfig(environment);
  if (!result.ok) throw new Error(result.faults.join(' '));
  return result.config;
}

function refused(environment: Environment): string[] {
  const result = readConfig(environment);
  return result.ok ? [] : result.faults;
}

describe('without configuration', () => {
  it('is a demo on this machine with an embedded database', () => {
    const config = accepted({});
    expect(config).toMatchObject({
      mode: 'demo',
      port: 8420,
      bind: '127.0.0.1',
      city: 'baotou',
      origin: null,
    });
    expect(config.dataFolder).toBe(join(process.cwd(), 'data'));
    expect(config.database.kind).toBe('embedded');
    expect(config.secrets.kind).toBe('kept');
  });

  it('honours port, data folder and a database server', () => {
    const config = accepted({
      PORT: '9000',
      HEJIE_DATA: '/srv/hejie',
      DATABASE_URL: 'postgres://a@b/c',
      DATABASE_ADMIN_URL: 'postgresql://o@b/c',
    });
    expect(config).toMatchObject({ mode: 'demo', port: 9000, dataFolder: '/srv/hejie' });
    expect(config.database.kind).toBe('server');
  });

  it('treats an empty value as absent', () => {
    expect(accepted({ PORT: '', HEJIE_ORIGIN: ' ' }).mode).toBe('demo');
  });
});

describe('demo mode', () => {
  it.each(['0.0.0.0', '::', '192.168.1.5', 'example.org'])('refuses to bind to %s', (bind) => {
    expect(refused({ HEJIE_BIND: bind })).toEqual([expect.stringContaining(`HEJIE_BIND is ${bind}`)]);
  });

  it('refuses half a database server', () => {
    expect(refused({ DATABASE_URL: 'postgres://a@b/c' })).toEqual([
      expect.stringContaining('DATABASE_ADMIN_URL is missing'),
    ]);
  });
});

describe('production', () => {
  it('starts with everything', () => {
    const config = accepted(production);
    expect(config).toMatchObject({
      mode: 'production',
      origin: 'https://hejie.example.gov.cn',
      logLevel: 'info',
    });
    expect(config.secrets).toEqual({
      kind: 'given',
      masterKey: Buffer.alloc(32, 7),
      sessionSecret: 'x'.repeat(32),
    });
  });

  it('names every missing value at once when it is asked for', () => {
    const faults = refused({ HEJIE_MODE: 'production' });
    for (const name of Object.keys(production))
      expect(
        faults.some((fault) => fault.startsWith(name)),
        name,
      ).toBe(true);
    expect(faults).toHaveLength(5);
  });

  it.each(['HEJIE_ORIGIN', 'HEJIE_MASTER_KEY', 'HEJIE_SESSION_SECRET'])(
    'is meant by %s alone, and refused',
    (name) => {
      const faults = refused({ [name]: production[name] });
      expect(faults.filter((fault) => fault.includes('is missing'))).toHaveLength(4);
    },
  );

  it.each(Object.keys(production))('says that %s is missing', (name) => {
    const faults = refused({ ...production, [name]: undefined });
    expect(faults[0]).toContain(`${name} is missing`);
  });

  it.each([
    ['HEJIE_MASTER_KEY', 'c2hvcnQ='],
    ['HEJIE_MASTER_KEY', `${masterKey}!`],
    ['HEJIE_SESSION_SECRET', 'short'],
    ['HEJIE_ORIGIN', 'http://hejie.example.gov.cn'],
    ['HEJIE_ORIGIN', 'https://hejie.example.gov.cn/path'],
    ['DATABASE_URL', 'mysql://db/hejie'],
    ['PORT', '70000'],
    ['HEJIE_MODE', 'test'],
    ['HEJIE_LOG', 'loud'],
    ['HEJIE_CITY', '../etc'],
  ])('refuses %s=%s', (name, value) => {
    expect(refused({ ...production, [name]: value }).join()).toContain(name);
  });
});
