import type { ReasonCode } from '#contract/language/language.ts';

export type TextFault = { readonly field: string; readonly code: ReasonCode };

const deepest = 20;
const valuesAtMost = 20_000;
const faultsAtMost = 20;

/** Names by which an object that is copied carelessly changes what all objects are. */
const dangerousNames = ['__proto__', 'constructor', 'prototype'];

/** Control characters other than line ends and tabs: PostgreSQL refuses some, terminals and printers obey others. */
const control = /(?![\n\t]|\r\n)\p{Cc}/u;

/** Looks through everything that was sent for text that cannot be stored or shown, and for shapes meant to harm. */
export function checkText(sent: unknown): TextFault[] {
  const faults: TextFault[] = [];
  let count = 0;

  function look(value: unknown, path: readonly string[]): boolean {
    count += 1;
    if (count > valuesAtMost) return fault([], 'too-big', true);
    if (typeof value === 'string') return lookAtText(value, path);
    if (typeof value !== 'object' || value === null) return true;
    if (path.length >= deepest) return fault(path.slice(0, 3), 'too-deep', true);
    for (const key in value) {
      const inner = [...path, key];
      if (dangerousNames.includes(key)) return fault(inner, 'forbidden-name', true);
      if (!lookAtText(key, path) || !look(value[key as keyof typeof value], inner)) return false;
    }
    return true;
  }

  function lookAtText(text: string, path: readonly string[]): boolean {
    if (!text.isWellFormed()) return fault(path, 'broken-character');
    return control.test(text) ? fault(path, 'control-character') : true;
  }

  /** Answers whether to look on. */
  function fault(path: readonly string[], code: ReasonCode, isLast = false): boolean {
    faults.push({ field: path.join('.'), code });
    return !isLast && faults.length < faultsAtMost;
  }

  look(sent, []);
  return faults;
}
