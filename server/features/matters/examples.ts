import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type TObject, type TProperties, Type } from 'typebox';
import { makeMatterCode } from '#domain/matters/matter-code.ts';
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
  /** Days that lie so many days ahead of the program's start. */
  readonly inDays?: Readonly<Record<string, number>>;
};

/** One for each action, one that is read, one to merge another into, one to link others to. */
export type ExampleName = Action | 'read' | 'merge-into' | 'link-other';

export const exampleDepartment = '150204/housing';
export const exampleAccounts = {
  clerk: 'clerk-qingshan',
  dispatcher: 'dispatcher-qingshan',
  handler: 'handler-qingshan-housing',
  colleague: 'mediator-qingshan-housing',
  supervisor: 'supervisor-qingshan',
  upper: 'dispatcher-baotou',
  assistant: 'handler-qingshan-labour',
} as const;

const cityCode = '1502';
const unitId = unitIdOf(cityCode, exampleDepartment);
const assisting = { unitId: unitIdOf(cityCode, '150204/labour') };
const { clerk, dispatcher, handler, colleague, supervisor, upper, assistant } = exampleAccounts;

/** The code of the matter to which others are linked in the examples: chosen, so that they can name it. */
export const exampleCode = makeMatterCode({
  year: 2026,
  random: createHash('sha256').update('hejie example code').digest(),
});
export const exampleReaders = [demoUserId(handler), demoUserId(dispatcher)];

/** The version is that of the matter after the steps by which the demo brings it there. */
export const examples: Readonly<Record<ExampleName, Example>> = {
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
  'decline-reopening': { account: dispatcher, version: 9 },
  'ask-assistance': { account: handler, version: 4, fields: assisting },
  'answer-task': { account: assistant, version: 5 },
  'return-task': { account: assistant, version: 5 },
  'waive-task': { account: supervisor, version: 5, fields: assisting },
  merge: {
    account: dispatcher,
    version: 2,
    fields: { intoId: exampleMatterId('merge-into'), intoVersion: 2 },
  },
  'merge-into': { account: dispatcher, version: 2 },
  split: { account: dispatcher, version: 4, fields: { partyIds: [knownId('example/party/split')] } },
  'write-to-parties': { account: handler, version: 4 },
  're-issue-secret': {
    account: clerk,
    version: 1,
    fields: { partyId: knownId('example/party/re-issue-secret') },
  },
  suspend: { account: handler, version: 4, inDays: { resumeBy: 30 } },
  resume: { account: handler, version: 5 },
  transfer: { account: handler, version: 4, fields: assisting },
  escalate: { account: dispatcher, version: 2 },
  correct: { account: clerk, version: 1 },
  link: { account: clerk, version: 1, fields: { code: exampleCode } },
  'link-other': { account: clerk, version: 2 },
  unlink: { account: clerk, version: 2, fields: { otherId: exampleMatterId('link-other') } },
  seal: { account: supervisor, version: 4, fields: { readerUserIds: exampleReaders } },
  unseal: { account: supervisor, version: 5 },
  'choose-procedure': { account: dispatcher, version: 2 },
  'start-procedure': { account: handler, version: 4 },
  'note-procedure': { account: handler, version: 5 },
  'end-procedure': { account: handler, version: 5 },
  'ask-clock-change': { account: handler, version: 7 },
  'decide-clock-change': { account: dispatcher, version: 8 },
  'end-pause': { account: handler, version: 8, fields: { clock: 'medical-mediation/settle' } },
};

export function exampleMatterId(action: ExampleName): string {
  const digest = createHash('sha256').update(`hejie example ${action}`).digest('hex');
  return `01900000-0000-7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`;
}

/** The applicant of an example's matter. */
export function examplePartyId(action: ExampleName): string {
  return knownId(`example/party/${action}`);
}

/** The paper in the file that is read. */
export const examplePaperId = knownId('example/paper');
/** A message to its applicant, which does not leave. */
export const exampleMessageId = knownId('example/message');
export const messageParams = Type.Object({
  id: Type.String({ format: 'uuid', examples: [exampleMatterId('read')] }),
  messageId: Type.String({ format: 'uuid', examples: [exampleMessageId] }),
});
export const paperParams = Type.Object({
  id: Type.String({ format: 'uuid', examples: [exampleMatterId('read')] }),
  paperId: Type.String({ format: 'uuid', examples: [examplePaperId] }),
});

export function exampleParams(action: ExampleName) {
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
export function exampleBody<T extends TObject>(action: Action, body: T, today?: Temporal.PlainDate): T {
  const { version, fields, inDays = {} } = examples[action];
  const days = Object.entries(inDays).map(([field, count]) => [
    field,
    today?.add({ days: count }).toString(),
  ]);
  const [example] = (body as { examples?: Record<string, unknown>[] }).examples ?? [];
  return { ...body, examples: [{ ...example, ...fields, ...Object.fromEntries(days), version }] };
}
