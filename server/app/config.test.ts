import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBounds } from './bounds-config.ts';
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

describe('getting in', () => {
  const whole = { HEJIE_MODE: 'production', ...production };
  const oidc = {
    HEJIE_OIDC_ISSUER: 'https://id.example.gov.cn',
    HEJIE_OIDC_CLIENT_ID: 'hejie',
    HEJIE_OIDC_CLIENT_SECRET: 'secret',
  };

  it('ends idle sessions after an hour, in a demo after a working day, or as told', () => {
    expect(accepted({}).gettingIn).toEqual({ idleMinutes: 480, citySignIn: null });
    expect(accepted(whole).gettingIn).toEqual({ idleMinutes: 60, citySignIn: null });
    expect(accepted({ ...whole, HEJIE_IDLE_MINUTES: '15' }).gettingIn.idleMinutes).toBe(15);
    for (const minutes of ['0', '4', '721', 'long'])
      expect(refused({ HEJIE_IDLE_MINUTES: minutes })).toEqual([
        expect.stringContaining('HEJIE_IDLE_MINUTES'),
      ]);
  });

  it("takes the city's own sign-in whole or not at all, and never in a demo", () => {
    expect(accepted({ ...whole, ...oidc }).gettingIn.citySignIn).toMatchObject({
      issuer: 'https://id.example.gov.cn',
      claim: 'preferred_username',
    });
    expect(refused({ ...whole, ...oidc, HEJIE_OIDC_CLIENT_SECRET: '' })).toEqual([
      expect.stringContaining('HEJIE_OIDC_CLIENT_SECRET is missing'),
    ]);
    for (const issuer of ['http://id.example.gov.cn', 'https://id.example.gov.cn/?a=b', 'somewhere'])
      expect(refused({ ...whole, ...oidc, HEJIE_OIDC_ISSUER: issuer })).toEqual([
        expect.stringContaining('HEJIE_OIDC_ISSUER is'),
      ]);
    expect(refused(oidc)).toEqual([expect.stringContaining('demo')]);
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

describe('messages', () => {
  const sms = {
    HEJIE_SMS_URL: 'https://sms.example.cn/send',
    HEJIE_SMS_REQUEST: '{"phone": "{to}", "params": {"content": "{text}"}, "outId": "{id}"}',
    HEJIE_SMS_HEADERS: '{"authorization": "key"}',
  };
  const mail = {
    HEJIE_SMTP_URL: 'smtps://user:secret@mail.example.cn',
    HEJIE_MAIL_FROM: 'hejie@example.gov.cn',
  };

  it('go nowhere unless somebody says where', () => {
    expect(accepted(production).messages).toEqual({ mail: null, sms: null });
  });

  it('go out by mail and by a gateway', () => {
    expect(accepted({ ...production, ...sms, ...mail }).messages).toEqual({
      mail: { smtpUrl: mail.HEJIE_SMTP_URL, from: mail.HEJIE_MAIL_FROM },
      sms: {
        url: sms.HEJIE_SMS_URL,
        request: { phone: '{to}', params: { content: '{text}' }, outId: '{id}' },
        headers: { authorization: 'key' },
        accepted: null,
      },
    });
  });

  it('never leave a demo', () => {
    expect(refused(mail)).toEqual([
      expect.stringMatching(/^HEJIE_SMTP_URL, HEJIE_MAIL_FROM is set, but demo/),
    ]);
  });

  it.each([
    [{ HEJIE_SMTP_URL: mail.HEJIE_SMTP_URL }, 'HEJIE_MAIL_FROM is missing'],
    [{ HEJIE_MAIL_FROM: mail.HEJIE_MAIL_FROM }, 'HEJIE_SMTP_URL is missing'],
    [{ ...mail, HEJIE_SMTP_URL: 'https://mail.example.cn' }, 'HEJIE_SMTP_URL is not'],
    [{ ...mail, HEJIE_MAIL_FROM: 'Hejie <hejie@example.gov.cn>' }, 'HEJIE_MAIL_FROM is Hejie'],
    [{ HEJIE_SMS_URL: sms.HEJIE_SMS_URL }, 'HEJIE_SMS_REQUEST is missing'],
    [{ ...sms, HEJIE_SMS_URL: 'sms.example.cn' }, 'HEJIE_SMS_URL is not'],
    [{ ...sms, HEJIE_SMS_REQUEST: 'phone={to}' }, 'HEJIE_SMS_REQUEST is not a JSON document'],
    [{ ...sms, HEJIE_SMS_REQUEST: '{"a": "{to}{text}"}' }, 'HEJIE_SMS_REQUEST has no place for {id}'],
    [{ ...sms, HEJIE_SMS_REQUEST: '{"a": "{to}{text}{id}{name}"}' }, 'nothing fills: {name}'],
    [{ ...sms, HEJIE_SMS_HEADERS: '["key"]' }, 'HEJIE_SMS_HEADERS is not'],
    [{ ...sms, HEJIE_SMS_HEADERS: '{"a": "b\\r\\nc: d"}' }, 'HEJIE_SMS_HEADERS is not'],
  ])('half of it is refused: %j', (environment, fault) => {
    expect(refused({ ...production, ...environment }).join(' ')).toContain(fault);
  });
});

describe('bounds', () => {
  const bounds = (environment: Record<string, string>) => {
    const read = readConfig(environment);
    return read.ok ? read.config.bounds : read.faults.join(' ');
  };

  it('are wide and need nothing from outside unless told', () => {
    expect(bounds({})).toEqual({ outgoingAllow: [], scanner: null, addressRate: 200 });
  });

  it('are read as the operator writes them', () => {
    expect(bounds({ HEJIE_CLAMD: 'clamd.local:3310' })).toMatchObject({
      scanner: { host: 'clamd.local', port: 3310 },
    });
    expect(bounds({ HEJIE_CLAMD: '[::1]:3310' })).toMatchObject({ scanner: { host: '::1', port: 3310 } });
    expect(bounds({ HEJIE_CLAMD: 'unix:/run/clamav/clamd.ctl' })).toMatchObject({
      scanner: { path: '/run/clamav/clamd.ctl' },
    });
    expect(bounds({ HEJIE_OUTGOING_ALLOW: ' sms.local, 10.1.2.3:8443 ,[fd00::1]' })).toMatchObject({
      outgoingAllow: ['sms.local', '10.1.2.3:8443', '[fd00::1]'],
    });
    expect(bounds({ HEJIE_ADDRESS_RATE: '0' })).toMatchObject({ addressRate: 0 });
  });

  it.each([
    ['HEJIE_CLAMD', 'clamd'],
    ['HEJIE_CLAMD', 'clamd:0'],
    ['HEJIE_CLAMD', 'unix:clamd.ctl'],
    ['HEJIE_OUTGOING_ALLOW', 'https://sms.local'],
    ['HEJIE_OUTGOING_ALLOW', '10.0.0.0/8'],
    ['HEJIE_ADDRESS_RATE', '-1'],
    ['HEJIE_ADDRESS_RATE', 'many'],
  ])('%s may not be %s', (name, value) => {
    expect(bounds({ [name]: value })).toContain(name);
  });

  it('say at start that a gateway on the inside has to be named', () => {
    const gateway = (url: string, allow = '') =>
      readBounds(
        (name) => ({ HEJIE_OUTGOING_ALLOW: allow })[name],
        { mail: null, sms: { url, request: {}, headers: {}, accepted: null } },
        faults,
      );
    const faults: string[] = [];
    gateway('http://10.1.2.3:8080/send', '10.1.2.3:8080');
    gateway('https://sms.example.cn/send');
    expect(faults).toEqual([]);
    for (const url of [
      'http://10.1.2.3:8080/send',
      'http://localhost/send',
      'http://[::1]/',
      'http://0x7f.1/',
    ])
      gateway(url, '10.1.2.3:80');
    expect(faults).toHaveLength(4);
  });
});
