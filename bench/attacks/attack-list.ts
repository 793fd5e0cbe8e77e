import { randomBytes } from 'node:crypto';
import { boundary, deepJson, multipart, multipartType, wideJson, zipBomb } from './hostile-bodies.ts';
import { httpRequest, shoot } from './lanes.ts';
import { slowBodies, slowHeaders } from './slow-clients.ts';
import type { Attack, Running, Target } from './target.ts';

const manyAddresses = 500;
const form = (target: Target) => ({
  origin: new URL(target.url).origin,
  'content-type': 'application/x-www-form-urlencoded',
});
const asInsider = ({ token }: Target) => ({ authorization: `Bearer ${token}` });
const json = { 'content-type': 'application/json' };

/** The same request again and again. */
function again(target: Target, request: Buffer, lanes: number, addresses = 1): Running {
  return shoot(target, { request: () => request, lanes, addresses });
}

/** A search with this text, by whoever holds a stolen token. */
const search =
  (text: string): Attack =>
  async (target) =>
    again(
      target,
      httpRequest(target, `GET /api/v1/search?q=${encodeURIComponent(text)}`, asInsider(target)),
      32,
    );

const signIn =
  (addresses: number, lanes: number): Attack =>
  async (target) =>
    shoot(target, {
      lanes,
      addresses,
      request: () => {
        const username = `user-${randomBytes(4).toString('hex')}`;
        const body = JSON.stringify({ username, password: 'not the password' });
        return httpRequest(
          target,
          'POST /api/auth/sign-in/username',
          { ...json, origin: new URL(target.url).origin },
          body,
        );
      },
    });

const drafts =
  (addresses: number): Attack =>
  async (target) =>
    again(target, httpRequest(target, 'POST /p/bring', form(target), 'go='), 32, addresses);

const guesses: Attack = async (target) =>
  shoot(target, {
    lanes: 32,
    addresses: manyAddresses,
    request: () => {
      const secret = randomBytes(5).toString('hex').toUpperCase();
      return httpRequest(target, 'POST /p/follow', form(target), `code=26-ABCD-EFG-H&secret=${secret}`);
    },
  });

/** Announced as small, or without a length at all, and far too large. */
const hugeBodies: Attack = async (target) => {
  const piece = Buffer.alloc(64 * 1024, 'a');
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), piece, Buffer.from('\r\n')]);
  const head = httpRequest(target, 'POST /p/bring', { ...form(target), 'transfer-encoding': 'chunked' });
  return again(target, Buffer.concat([head, ...Array.from({ length: 160 }, () => chunk)]), 16);
};

const body =
  (make: () => Buffer, what = 'POST /api/v1/matters'): Attack =>
  async (target) =>
    again(target, httpRequest(target, what, { ...asInsider(target), ...json }, make()), 16);

const papersOf = ({ matterId }: Target): string => `POST /api/v1/matters/${matterId}/actions/add-paper`;

const zipBombs: Attack = async (target) => {
  const bomb = zipBomb(256 * 1024 * 1024);
  const fields = [
    { name: 'version', content: '1' },
    { name: 'kind', content: 'evidence' },
    { name: 'forSeats', content: '' },
  ];
  const files = Array.from({ length: 10 }, (_, index) => ({
    name: 'files',
    fileName: `bomb-${index}.docx`,
    content: bomb,
  }));
  const headers = { ...asInsider(target), 'content-type': multipartType };
  return again(target, httpRequest(target, papersOf(target), headers, multipart([...fields, ...files])), 4);
};

const manyParts: Attack = async (target) => {
  const parts = Array.from({ length: 20_000 }, () => ({ name: 'files', content: 'x' }));
  const headers = { ...asInsider(target), 'content-type': multipartType };
  return again(target, httpRequest(target, papersOf(target), headers, multipart(parts)), 8);
};

/** Headers of a part that never end: what the parser must hold. */
const endlessPartHeader: Attack = async (target) => {
  const start = `--${boundary}\r\ncontent-disposition: form-data; name="`;
  const headers = { ...asInsider(target), 'content-type': multipartType };
  const sent = Buffer.from(start + 'x'.repeat(2 * 1024 * 1024));
  return again(target, httpRequest(target, papersOf(target), headers, sent), 8);
};

/** Each attack by its name, in the order in which they are measured. */
export const attacks: Readonly<Record<string, Attack>> = {
  'slow headers, 800 connections of one address': slowHeaders(1),
  'slow headers, 800 connections of 500 addresses': slowHeaders(manyAddresses),
  'slow bodies, 800 connections of one address': slowBodies(1),
  'slow bodies, 800 connections of 500 addresses': slowBodies(manyAddresses),
  'search flood with a stolen token': search('面漏'),
  'search text that hurts patterns': search(`${'%_\\'.repeat(15)}${'(a+)+$'.repeat(5)}${'啊'.repeat(20)}`),
  'calculator flood of one address': async (target) =>
    again(target, httpRequest(target, 'GET /p/clock?limit=petition-handling.decide&from=2026-09-25'), 32),
  'sign-in flood of one address': signIn(1, 32),
  'sign-in flood of 500 addresses': signIn(manyAddresses, 64),
  'guesses at codes of 500 addresses': guesses,
  'drafts flood of one address': drafts(1),
  'drafts flood of 500 addresses': drafts(manyAddresses),
  'huge bodies': hugeBodies,
  'deep JSON': body(deepJson),
  'wide JSON': body(wideJson),
  'zip bombs as papers': zipBombs,
  '20,000 parts in a form': manyParts,
  'a part whose header does not end': endlessPartHeader,
};
