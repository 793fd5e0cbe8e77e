import { gzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeRoutesUnderPolicy } from '#server/app/routes-under-policy.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await createTestProgram();
});
afterAll(() => program.stop());

const get = (url: string, headers: Record<string, string> = {}) =>
  program.app.inject({ method: 'GET', url, headers: { host: 'localhost', ...headers } });
const post = (url: string, payload: string, headers: Record<string, string> = {}) =>
  program.app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload,
  });

describe('the frame of the portal', () => {
  it('offers the three choices, in Chinese and in English', async () => {
    for (const url of ['/p', '/p/']) {
      const answer = await get(url);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.body).toContain('<html lang="zh-CN">');
      for (const choice of ['bring', 'follow', 'help']) expect(answer.body).toContain(`href="/p/${choice}"`);
    }
    const english = await get('/p/', { 'accept-language': 'en' });
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain('Bring a matter');
  });

  it('says that it is a demo, and holds no inline script or style', async () => {
    const { body } = await get('/p/');
    expect(body).toContain('演示');
    expect(body).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|\sstyle=/);
  });

  it('is light: at most 30 KB of script packed, the first page at most 100 KB in all, unpacked', async () => {
    const page = await get('/p/');
    const addresses = [...page.body.matchAll(/(?:src|href)="(\/p\/assets\/[^"]+)"/g)].map(([, address]) =>
      String(address),
    );
    expect(addresses.some((address) => address.endsWith('.css'))).toBe(true);
    let sum = page.rawPayload.length;
    let script = 0;
    for (const address of new Set(addresses)) {
      const file = await get(address);
      expect(file.statusCode).toBe(200);
      expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      sum += file.rawPayload.length;
      if (address.endsWith('.js')) script += gzipSync(file.rawPayload).length;
    }
    expect(script).toBeGreaterThan(0);
    expect(script).toBeLessThanOrEqual(30 * 1024);
    expect(sum).toBeLessThanOrEqual(100 * 1024);
  });

  it('sends its files packed to whoever takes them so', async () => {
    const address = /\/p\/assets\/portal\.[0-9a-f]{10}\.css/.exec((await get('/p/')).body)?.[0] ?? '';
    const packed = await get(address, { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBeLessThan((await get(address)).rawPayload.length);
    expect((await get('/p/assets/portal.0000000000.css')).statusCode).toBe(404);
  });

  it('switches the language by a cookie, and leads nowhere else', async () => {
    const answer = await get('/p/language?to=en&back=%2Fp%2Fhelp');
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/p/help');
    expect(answer.headers['set-cookie']).toMatch(/^hejie_language=en; Path=\/;/);
    for (const back of ['https://example.org', '//example.org', '/p//example.org', '/other', '/p/\\x', '']) {
      const { headers } = await get(`/p/language?to=xx&back=${encodeURIComponent(back)}`);
      expect(headers.location, back).toBe('/p/');
      expect(headers['set-cookie']).toMatch(/^hejie_language=zh;/);
    }
  });
});

describe('what cannot be shown', () => {
  it('is told as a page of the portal', async () => {
    const missing = await get('/p/nothing-here');
    expect(missing.statusCode).toBe(404);
    expect(missing.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(missing.body).toContain('<main');
    const method = await post('/p/', 'a=b');
    expect(method.statusCode).toBe(405);
    expect(method.body).toContain('<main');
  });

  it('a form from elsewhere is refused, with or without a cookie', async () => {
    for (const headers of [
      { origin: 'https://example.org' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://example.org', cookie: 'hejie_party=x' },
    ]) {
      const answer = await post('/p/', 'a=b', headers as unknown as Record<string, string>);
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain('<main');
    }
  });

  it('takes forms only: JSON is not for the portal, a form not for the API', async () => {
    const json = await post('/p/', '{}', { 'content-type': 'application/json' });
    expect(json.statusCode).toBe(405);
    const form = await post('/api/v1/matters', 'a=b');
    expect(form.statusCode).toBe(401);
    expect(form.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});

describe('a page', () => {
  it('that forgot to say who may call it stops the program at start', () => {
    const app = Fastify();
    placeRoutesUnderPolicy(app, program.services);
    expect(() => app.get('/p/forgotten', () => '')).toThrow(/no config\.policy/);
    expect(() => app.get('/p/said', { config: { policy: 'public' } }, () => '')).not.toThrow();
  });
});
