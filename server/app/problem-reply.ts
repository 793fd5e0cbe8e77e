import { randomUUID } from 'node:crypto';
import type { ErrorObject } from 'ajv';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, fill, words } from '#contract/language/language.ts';
import { type HttpProblem, httpProblem, isHttpProblem } from './refusal.ts';
import { languageOf } from './request.ts';
import { fieldErrors } from './validation.ts';

type Thrown = Error & {
  statusCode?: number;
  code?: string;
  severity?: string;
  validation?: readonly ErrorObject[];
};

/** The error handler: whatever was thrown leaves as a problem document (RFC 9457) in the user's language. */
export function replyWithProblem(
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return sendProblem(problemOf(thrown, request), request, reply);
}

export function sendProblem(
  problem: HttpProblem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { status, code, params, field, errors, headers, extra } = problem;
  // Not `request.language`: what Fastify refuses before routing is a bare request.
  const language = languageOf(request.headers);
  const { titles, errors: sentences } = words(language);
  const document = {
    type: `urn:hejie:problem:${code}`,
    title: titles[status as keyof typeof titles] ?? titles[400],
    status,
    code,
    detail: fill(sentences[code] ?? code, params),
    field,
    errors,
    ...extra,
  };
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply
    .headers(headers ?? {})
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify(document));
}

/** What was thrown, as the problem that it is; a bug is recorded under a number and tells nothing else. */
export function problemOf(raised: unknown, request: FastifyRequest): HttpProblem {
  if (isHttpProblem(raised)) return raised;
  const thrown = raised as Thrown;
  const found =
    problemOfValidation(thrown, request) ??
    problemOfDatabase(thrown, request) ??
    problemOfForm(thrown) ??
    problemOfFramework(thrown);
  if (found) return found;
  const errorId = randomUUID().slice(0, 8);
  request.log.error({ err: thrown, errorId, route: request.routeOptions?.url }, 'internal error');
  return httpProblem(500, 'internal-error', { params: { errorId } });
}

function problemOfValidation(thrown: Thrown, request: FastifyRequest): HttpProblem | undefined {
  if (!thrown.validation) return undefined;
  return httpProblem(400, 'invalid-input', { errors: fieldErrors(thrown.validation, request.language) });
}

const diskFull = '53100';
const sqlState = /^[0-9A-Z]{5}$/;
/** Connections lost or refused, shutdown, too many clients, time-outs, deadlocks: worth another try. */
const passingStates = /^(08|40|53|57)/;
const passingErrors = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
const passingMessages =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|Query read timeout|Connection ended|takes writes now/;

function problemOfDatabase(thrown: Thrown, request: FastifyRequest): HttpProblem | undefined {
  const code = String(thrown.code ?? '');
  const isFromServer = thrown.severity !== undefined && sqlState.test(code);
  if (code === (isFromServer ? diskFull : 'ENOSPC') || code === 'EDQUOT') {
    request.log.error({ err: thrown }, 'disk full');
    return httpProblem(507, 'no-room', { headers: { 'retry-after': '60' } });
  }
  if (isDatabaseAway(thrown)) {
    request.log.error({ err: thrown }, 'database away');
    return httpProblem(503, 'database-away', { headers: { 'retry-after': '2' } });
  }
  // Data exceptions (22): a value that no schema caught but the database cannot hold.
  if (isFromServer && code.startsWith('22')) {
    request.log.warn({ err: thrown }, 'value refused by the database');
    return httpProblem(400, 'invalid-input');
  }
  return undefined;
}

/** Whether the database could not answer, as against answering no. */
export function isDatabaseAway(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (thrown instanceof AggregateError) return thrown.errors.some(isDatabaseAway);
  const { code = '', severity } = thrown as Thrown;
  if (severity !== undefined) return passingStates.test(code);
  return passingErrors.test(code) || passingMessages.test(thrown.message);
}

/** What busboy throws at a form that is none has a message and nothing else. */
const brokenForm =
  /unexpected end of (form|file|multipart data)|^(Multipart: Boundary not found|Malformed (part header|content type|urlencoded form)|The needle cannot)/i;

function problemOfForm({ statusCode, message }: Thrown): HttpProblem | undefined {
  return statusCode === undefined && brokenForm.test(message)
    ? httpProblem(400, 'malformed-request')
    : undefined;
}

const codeOfStatus: Partial<Record<number, ErrorCode>> = {
  404: 'unknown-route',
  408: 'request-timeout',
  413: 'body-too-large',
  414: 'unknown-route',
  415: 'unsupported-media-type',
};

/** What Fastify and its plugins throw carries a status; its English message stays here. */
function problemOfFramework(thrown: Thrown): HttpProblem | undefined {
  const status = thrown.statusCode ?? 500;
  if (status < 400 || status >= 500) return undefined;
  const isReadingBody = String(thrown.code).startsWith('FST_ERR_CTP');
  const code = codeOfStatus[status] ?? (isReadingBody ? 'invalid-json' : 'invalid-input');
  return httpProblem(status, code, { params: { expected: 'application/json' } });
}
