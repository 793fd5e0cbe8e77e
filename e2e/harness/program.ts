import { inject } from 'vitest';
import type { DemoAccounts } from '#contract/access/demo-accounts.ts';
import { rememberTyped } from './expect-silence.ts';

type Answer<Body> = { status: number; body: Body };

/** The API as a program uses it, for looking at what a story left behind and for arranging what it starts from. */
export async function call<Body>(
  account: string,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer<Body>> {
  rememberTyped(body);
  const response = await fetch(`${inject('url')}/api/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${(await demoAccount(account)).token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : undefined) as Body };
}

/** What it answers, which must be a success. */
export async function get<Body>(account: string, path: string): Promise<Body> {
  return successful(`GET ${path}`, await call<Body>(account, 'GET', path));
}

export async function post<Body>(account: string, path: string, body: unknown): Promise<Body> {
  return successful(`POST ${path}`, await call<Body>(account, 'POST', path, body));
}

function successful<Body>(what: string, { status, body }: Answer<Body>): Body {
  if (status >= 300) throw new Error(`${what} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

let known: Promise<DemoAccounts> | undefined;

export function demoAccounts(): Promise<DemoAccounts> {
  known ??= fetch(`${inject('url')}/api/v1/demo/accounts`).then(
    (answer) => answer.json() as Promise<DemoAccounts>,
  );
  return known;
}

export async function demoAccount(username: string): Promise<DemoAccounts[number]> {
  const found = (await demoAccounts()).find((account) => account.username === username);
  if (!found) throw new Error(`The demo has no account ${username}.`);
  return found;
}

/** Lets the program's clock run so many days ahead; 0 brings it back. */
export async function setDaysAhead(days: number): Promise<void> {
  await fetch(`${inject('clockDoor')}/${days}`);
}
