import { createHash } from 'node:crypto';
import { type TObject, type TProperties, Type } from 'typebox';
import type { Action } from '#domain/matters/vocabulary.ts';
import { demoUserId, knownId, unitIdOf } from '#server/app/known-ids.ts';

/**
 * The matters of the API description's examples: the demo makes each of them, with the real use cases, in the state
 * in which its example works as it stands. Ids, versions and accounts follow from the action; both sides read them here.
 */
export type Example = {
  readonly account: string;
  readonly version: number;
  readonly fields?: Readonly<Record<string, unknown>>;
};

export const exampleDepartment = '150204/housing';
export const exampleAccounts = {
  clerk: 'clerk-qingshan',
  dispatcher: 'dispatcher-qingshan',
  handler: 'handler-qingshan-housing',
  colleague: 'mediator-qingshan-housing',
  supervisor: 'supervisor-qingshan',
  upper: 'dispatcher-baotou',
} as const;

const cityCode = '1502';
const unitId = unitIdOf(cityCode, exampleDepartment);
const { clerk, dispatcher, handler, colleague, supervisor, upper } = exampleAccounts;

/** The version is that of the matter after the steps by which the demo brings it there. */
export const examples: Readonly<Record<Action | 'read', Example>> = {
  read: { account: clerk, version: 2 },
  accept: { account: dispatcher, version: 1 },
  decline: { account: dispatcher, version: 1 },
  withdraw: { account: clerk, version: 1 },
  route: { account: dispatcher, version: 2, fields: { unitId } },
  'accept-hand-over': { account: handler, version: 3 },
  'return-hand-over': { account: handler, version: 3 },
  decide: { account: upper, version: 6, fields: { unitId } },
  assign: { account: handler, version: 4, fields: { handlerUserId: demoUserId(colleague) } },
  'log-step': { account: handler, version: 4 },
  'add-paper': { account: clerk, version: 1 },
  'review-safety': { account: clerk, version: 1 },
  'record-outcome': { account: handler, version: 4 },
  answer: { account: handler, version: 5 },
  'call-back': { account: clerk, version: 6 },
  'ask-upper-call-back': { account: 'clerk-buerhantu', version: 6 },
  close: { account: dispatcher, version: 7 },
  'close-not-reached': { account: clerk, version: 6 },
  'review-closing': { account: supervisor, version: 7 },
  reopen: { account: dispatcher, version: 8 },
};

export function exampleMatterId(action: Action | 'read'): string {
  const digest = createHash('sha256').update(`hejie example ${action}`).digest('hex');
  return `01900000-0000-7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`;
}

/** The paper in the file that is read. */
export const examplePaperId = knownId('example/paper');
export const paperParams = Type.Object({
  id: Type.String({ format: 'uuid', examples: [exampleMatterId('read')] }),
  paperId: Type.String({ format: 'uuid', examples: [examplePaperId] }),
});

export function exampleParams(action: Action | 'read') {
  return Type.Object({ id: Type.String({ format: 'uuid', examples: [exampleMatterId(action)] }) });
}

/** The headers, with a key under which the example may be sent as often as one likes. */
export function exampleHeaders<T extends TProperties>(name: string, headers: TObject<T>): TObject<T> {
  const copy = structuredClone(headers) as TObject<T> & {
    properties: Record<string, { examples?: string[] }>;
  };
  const key = copy.properties['idempotency-key'];
  if (key !== undefined) key.examples = [`example-${name}`];
  return copy;
}

/** An action's body with the example that works: its own words, the version and ids of the demo's matter. */
export function exampleBody<T extends TObject>(action: Action, body: T): T {
  const { version, fields } = examples[action];
  const [example] = (body as { examples?: Record<string, unknown>[] }).examples ?? [];
  return { ...body, examples: [{ ...example, ...fields, version }] };
}
