import type { Problem } from '#contract/errors/problem.ts';
import { spokenLanguage } from '../language/words.tsx';
import { actingPosting } from '../session/acting-posting.ts';
import { withProof } from '../session/proof.ts';
import { takeEarly } from './early.ts';
import { ApiProblem } from './problem.ts';

/** A list is repeated under its name, as the server reads it. */
export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

export type RequestOptions = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Query;
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
};

/** One request to the server: the body of its answer, or an `ApiProblem` thrown. */
export function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  return withProof(() => requestOnce<Answer>(path, options));
}

async function requestOnce<Answer>(path: string, options: RequestOptions): Promise<Answer> {
  const response = await send(path, options);
  if (!response.ok) throw new ApiProblem(await problemOf(response), waitOf(response));
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}

export function requestHeaders(idempotencyKey?: string): Headers {
  const headers = new Headers({ accept: 'application/json', 'accept-language': spokenLanguage() });
  const posting = actingPosting();
  if (posting) headers.set('hejie-posting', posting);
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
  return headers;
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { method = 'GET', signal = null } = options;
  const address = withQuery(path, options.query);
  const headers = requestHeaders(options.idempotencyKey);
  const isForm = options.body instanceof FormData;
  if (options.body !== undefined && !isForm) headers.set('content-type', 'application/json');
  const body =
    options.body === undefined ? null : isForm ? (options.body as FormData) : JSON.stringify(options.body);
  try {
    const asked = method === 'GET' ? takeEarly(address) : undefined;
    return await (asked ?? fetch(address, { method, headers, credentials: 'same-origin', signal, body }));
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiProblem(noAnswer());
  }
}

export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

function waitOf(response: Response): number {
  return response.status === 429 ? Number(response.headers.get('retry-after') ?? 0) || 0 : 0;
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (body && typeof body === 'object' && 'code' in body && 'detail' in body) return body as Problem;
  const message =
    body && typeof body === 'object' && 'message' in body ? String(body.message) : response.statusText;
  return {
    type: 'about:blank',
    title: message,
    status: response.status,
    code: 'unreadable-answer',
    detail: message,
  };
}

export function noAnswer(): Problem {
  return { type: 'about:blank', title: '', status: 0, code: 'no-answer', detail: '' };
}
