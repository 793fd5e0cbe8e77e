import type { FastifyRequest } from 'fastify';

export type FormValues = Readonly<Record<string, string | readonly string[]>>;
export type FormError = { readonly field: string; readonly text: string };

/** What a page's fields show: what was typed, and what is wrong with it. */
export type Form = { readonly values: FormValues; readonly errors: readonly FormError[] };

export const emptyForm: Form = { values: {}, errors: [] };

/** What a form sent, by the names of its fields; a field that was not sent is empty. */
export type SentForm = {
  readonly text: (name: string) => string;
  readonly all: (name: string) => string[];
  /** Which of the form's buttons was pressed: the value of `go`. */
  readonly go: string;
};

export function sentForm({ body }: Pick<FastifyRequest, 'body'>): SentForm {
  const fields = new Map(Object.entries((body ?? {}) as Record<string, string | string[]>));
  const all = (name: string): string[] => [fields.get(name) ?? []].flat().map(plainText);
  const text = (name: string): string => all(name)[0] ?? '';
  return { text, all, go: text('go') };
}

/** Text as it can be kept and shown: one kind of line end, whole characters, no control characters, trimmed. */
export function plainText(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .normalize('NFC')
    .trim();
}
