import { type TObject, Type } from 'typebox';
import { knownId, unitIdOf } from '#server/app/known-ids.ts';

/**
 * The rows on which the API description's examples work as they stand: the demo makes them, by the real use cases, with
 * these ids (make-examples.ts). Each operation has rows of its own, so that the examples may be sent in any order.
 */
export const exampleAccounts = {
  security: 'security-admin',
  system: 'system-admin',
  auditor: 'auditor',
  supervisor: 'supervisor-qingshan',
} as const;

const cityCode = '1502';
export const exampleOffice = unitIdOf(cityCode, '150204/housing');

/** The account, posting or absence of an operation's example; `of` tells apart those beside it. */
export function exampleId(operation: string, of?: string): string {
  return knownId(`example/${operation}${of === undefined ? '' : `/${of}`}`);
}

/** The units that are edited and switched: departments of a county in which the demo has no matters. */
export const exampleUnits = {
  'edit-unit': unitIdOf(cityCode, '150222/education'),
  'deactivate-unit': unitIdOf(cityCode, '150222/culture-tourism'),
  'activate-unit': unitIdOf(cityCode, '150222/womens-federation'),
} as const;

/** Far enough ahead that the examples work for as long as anybody reads them. */
const longAhead = { fromDay: '2099-01-05', untilDay: '2099-01-16' };
export const shortAhead = { fromDay: '2098-01-06', untilDay: '2098-01-10' };

export const bodyExamples = {
  'create-posting': {
    userId: exampleId('create-posting'),
    unitId: exampleOffice,
    role: 'handler',
    fromDay: '2026-01-01',
  },
  'end-posting': { version: 1, successorUserId: exampleId('end-posting', 'successor') },
  'create-absence': {
    unitId: exampleOffice,
    userId: exampleId('create-absence', 'absent'),
    deputyUserId: exampleId('create-absence', 'deputy'),
    ...longAhead,
  },
  'cancel-absence': { version: 1 },
  'create-department': {
    centreId: unitIdOf(cityCode, '150222'),
    code: 'water-resources',
    name: '固阳县水务局',
    nameEn: 'Water Resources, Guyang',
    presence: 'on-call',
  },
  'edit-unit': { version: 1, name: '固阳县教育体育局', presence: 'rotating' },
  'deactivate-unit': { version: 1 },
  // Once for coming in, once for being put out of use.
  'activate-unit': { version: 2 },
} as const;

export function exampleParams(operation: string) {
  return Type.Object({ id: Type.String({ format: 'uuid', examples: [exampleId(operation)] }) });
}

export function unitParams(operation: keyof typeof exampleUnits) {
  return Type.Object({ id: Type.String({ format: 'uuid', examples: [exampleUnits[operation]] }) });
}

/** A body with the example that works. */
export function withExample<T extends TObject>(body: T, example: object): T {
  return { ...body, examples: [example] };
}
