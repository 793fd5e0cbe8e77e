import { expect } from 'vitest';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { hire, type Person } from '#server/testing/people.ts';
import type { TestProgram } from '#server/testing/test-program.ts';

export const housing = unitIdOf('1502', '150204/housing');
export const labour = unitIdOf('1502', '150204/labour');
export const upperCentre = unitIdOf('1502', '1502');
export const acrossCentre = unitIdOf('1502', '150203');

/** Those who work on a matter at a county's centre, at two of its departments, above it and beside it. */
export async function hireAll(program: TestProgram) {
  return {
    clerk: await hire(program, '150204', 'clerk'),
    dispatcher: await hire(program, '150204', 'dispatcher'),
    supervisor: await hire(program, '150204', 'supervisor'),
    handler: await hire(program, '150204/housing', 'handler'),
    colleague: await hire(program, '150204/housing', 'mediator'),
    labourHandler: await hire(program, '150204/labour', 'handler'),
    upper: await hire(program, '1502', 'dispatcher'),
    across: await hire(program, '150203', 'dispatcher'),
  };
}
export type People = Awaited<ReturnType<typeof hireAll>>;

export const registration = {
  channel: 'window',
  kind: '15',
  regionCode: '150204001',
  subject: '屋面漏水',
  story: '小区顶楼漏水半年，物业一直没有修。业主因此停交物业费。',
  request: '修好屋面。',
  parties: [
    { seat: 'applicant', kind: 'person', name: '王秀兰', phone: '13800000000' },
    { seat: 'respondent', kind: 'organisation', name: '安居物业', creditCode: '91350100M000100Y43' },
  ],
};

export async function register(by: Person, more: object = {}): Promise<MatterPresent> {
  const { status, body } = await by.post('matters', { ...registration, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.matter;
}

type Seen = { readonly id: string; readonly version: number };

export function ask(by: Person, matter: Seen, action: string, fields: object = {}, headers = {}) {
  return by.post(`matters/${matter.id}/actions/${action}`, { version: matter.version, ...fields }, headers);
}

/** A step that is taken. */
export async function act(
  by: Person,
  matter: Seen,
  action: string,
  fields: object = {},
): Promise<MatterPresent> {
  const { status, body } = await ask(by, matter, action, fields);
  expect(status, `${action}: ${JSON.stringify(body)}`).toBe(200);
  return body;
}

/** Why a step is not taken. */
export async function refusal(
  by: Person,
  matter: Seen,
  action: string,
  fields: object = {},
): Promise<string> {
  const { status, body } = await ask(by, matter, action, fields);
  expect(status, JSON.stringify(body)).toBeGreaterThanOrEqual(400);
  return body.code;
}

export async function toHandling({ clerk, dispatcher, handler }: People, more: object = {}) {
  let matter = await register(clerk, more);
  matter = await act(dispatcher, matter, 'accept');
  matter = await act(dispatcher, matter, 'route', { unitId: housing });
  return act(handler, matter, 'accept-hand-over');
}
