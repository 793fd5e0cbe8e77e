import type { Page } from 'playwright-core';
import { inject } from 'vitest';

const typed = new Set<string>();

/** Remembers what the people at this page send to the program: names, numbers, what they tell, passwords. */
export function watchTyping(page: Page): void {
  page.on('request', (request) => {
    const sent = request.postData();
    if (sent !== null) for (const one of writtenIn(sent)) typed.add(one);
  });
}

/** The same of what a story arranges beforehand. */
export function rememberTyped(body: unknown): void {
  for (const one of writtenIn(JSON.stringify(body) ?? '')) typed.add(one);
}

/** Fails the story in which the program wrote down what somebody typed. */
export async function expectSilence(): Promise<void> {
  const body = JSON.stringify([...typed]);
  typed.clear();
  const answer = await fetch(inject('silenceDoor'), { method: 'POST', body });
  const leaks = (await answer.json()) as string[];
  if (leaks.length > 0)
    throw new Error(`The program's log or metrics repeat what people typed:\n${leaks.join('\n')}`);
}

/** The values of a form or of JSON that are somebody's own: with Chinese in them, or long numbers, or a secret. */
export function writtenIn(sent: string): string[] {
  return valuesOf(sent).filter(
    (one) => one.length < 2000 && (/\p{Script=Han}{2}/u.test(one) || /\d{7}/.test(one)) && !isOurs.test(one),
  );
}

/** Ids, days and instants are the program's own. */
const isOurs = /^([0-9a-f-]{36}|\d{4}-\d\d-\d\d.*)$/;

function valuesOf(sent: string): string[] {
  try {
    return leavesOf(JSON.parse(sent));
  } catch {
    return [...new URLSearchParams(sent).values()];
  }
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}
