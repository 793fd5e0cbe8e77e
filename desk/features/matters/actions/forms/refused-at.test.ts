import { expect, it } from 'vitest';
import { ApiProblem } from '../../../../app/api/problem.ts';
import { faultAt, type RefusedAt } from './refused-at.ts';

const places: RefusedAt = { on: ['day-in-future', 'day-before-start'], days: ['extension-too-long'] };
const refused = (code: string, field?: string) =>
  new ApiProblem({
    type: `urn:hejie:problem:${code}`,
    title: code,
    status: 422,
    code,
    detail: `said of ${code}`,
    ...(field !== undefined && { field }),
  });

it.each([
  ['day-in-future', 'on', 'said of day-in-future'],
  ['extension-too-long', 'days', 'said of extension-too-long'],
  ['extension-too-long', 'on', undefined],
  ['stale-version', 'on', undefined],
  ['day-in-future', 'text', undefined],
])('%s stands at %s as %s', (code, field, fault) => {
  expect(faultAt(refused(code), places, field)).toBe(fault);
});

it('keeps to the field that the server named', () => {
  expect(faultAt(refused('pause-span', 'until'), places, 'until')).toBe('said of pause-span');
  expect(faultAt(undefined, places, 'on')).toBeUndefined();
});
