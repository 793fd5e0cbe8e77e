import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { procedureInForce, proceduresInForce } from './in-force.ts';
import { someProcedure } from './procedure.fixture.ts';

const versions = ['2026-03-01', '1995-09-01'].map((inForceFrom) => ({ ...someProcedure, inForceFrom }));
const procedures = [...versions, { ...someProcedure, key: 'other' }];

test.each([
  ['1995-08-31', undefined],
  ['1995-09-01', '1995-09-01'],
  ['2026-02-28', '1995-09-01'],
  ['2026-03-01', '2026-03-01'],
  ['2030-01-01', '2026-03-01'],
])('on %s the version of %s is in force', (day, expected) => {
  const inForce = procedureInForce(procedures, someProcedure.key, Temporal.PlainDate.from(day));
  expect(inForce?.inForceFrom).toBe(expected);
});

test('each procedure is in force once', () => {
  const on = (day: string) =>
    proceduresInForce(procedures, Temporal.PlainDate.from(day)).map((one) => `${one.key} ${one.inForceFrom}`);
  expect(on('2020-01-01')).toEqual(['petition-handling 1995-09-01']);
  expect(on('2026-04-01').sort()).toEqual(['other 2022-05-01', 'petition-handling 2026-03-01']);
  expect(procedureInForce(procedures, 'duel', Temporal.PlainDate.from('2026-04-01'))).toBeUndefined();
});
