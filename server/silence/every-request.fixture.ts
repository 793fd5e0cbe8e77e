import type { InjectOptions } from 'fastify';
import { markedEverywhere, markedExample, markedWrongly } from './marked-body.ts';
import { marks } from './marks.ts';

/** An address of the program, with what its description says to send, if it says anything. */
export type Address = {
  readonly method: string;
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly example: unknown;
  readonly account: string | undefined;
};

type Request = InjectOptions & { readonly url: string };
export type Way =
  | 'as described'
  | 'with marks that do not fit'
  | 'with the wrong shape'
  | 'cut off'
  | 'as a stranger';
export const ways: readonly Way[] = [
  'with marks that do not fit',
  'with the wrong shape',
  'cut off',
  'as a stranger',
  'as described',
];

/** One request to an address, made by a marked person in one of the ways in which people and programs ask. */
export function requestTo(address: Address, way: Way, token: string | undefined): Request {
  const method = address.method as 'POST';
  const right = { host: 'localhost', ...address.headers, ...(token && { authorization: `Bearer ${token}` }) };
  const url = filled(address.url, address.params);
  const hasBody = !['GET', 'HEAD', 'DELETE'].includes(method);
  const json = { ...right, 'content-type': 'application/json' };
  switch (way) {
    case 'as described':
      return { method, url, headers: right, ...(hasBody && bodyOf(address.example)) };
    case 'with marks that do not fit': {
      const asked = `${filled(address.url, {})}${queryOfMarks}`;
      const payload = JSON.stringify(markedEverywhere(address.example ?? {}));
      return { method, url: asked, headers: hasBody ? json : right, ...(hasBody && { payload }) };
    }
    case 'with the wrong shape':
      return {
        method,
        url: `${url}${queryOfMarks}`,
        headers: hasBody ? json : right,
        ...(hasBody && { payload: JSON.stringify(markedWrongly(address.example)) }),
      };
    case 'cut off': {
      const payload = `{"${marks.word}": "${marks.name} ${marks.phone}`;
      return { method, url, headers: hasBody ? json : right, ...(hasBody && { payload }) };
    }
    case 'as a stranger':
      return {
        method,
        url: `${filled(address.url, {})}${queryOfMarks}`,
        headers: { ...json, ...headersOfMarks },
        ...(hasBody && { payload: `${marks.name}=${marks.phone}` }),
      };
  }
}

const queryOfMarks = `?${new URLSearchParams({ q: marks.word, [marks.word]: marks.name, code: marks.secret })}`;
const headersOfMarks = {
  authorization: `Bearer ${marks.token}`,
  cookie: `hejie.session_token=${marks.cookie}; hejie_party=${marks.cookie}`,
  'idempotency-key': marks.word,
  'hejie-posting': marks.word,
  'user-agent': marks.word,
  referer: `http://localhost/p/follow?code=${marks.secret}`,
  'content-type': `text/${marks.word}`,
};

function filled(url: string, params: Readonly<Record<string, string>>): string {
  return url.replace(/\{(\w+)\}|:(\w+)|\*/g, (_whole, inBraces?: string, afterColon?: string) =>
    encodeURIComponent(params[inBraces ?? afterColon ?? ''] ?? marks.word),
  );
}

function bodyOf(example: unknown): Pick<InjectOptions, 'payload'> {
  if (example === undefined || example === null) return {};
  if (!isUpload(example)) return { payload: markedExample(example) as object };
  const form = new FormData();
  for (const [name, value] of Object.entries(example)) {
    if (!Array.isArray(value)) form.append(name, String(value));
    else form.append(name, new Blob([marks.word, marks.name]), marks.fileName);
  }
  return { payload: form };
}

function isUpload(example: unknown): example is Record<string, unknown> {
  const files = (example as { files?: unknown }).files;
  return Array.isArray(files) && files.every((file) => typeof file === 'string');
}
