import { expect, it } from 'vitest';
import { blankSafety, safetyBodyOf } from './safety-draft.ts';

const told = { ...blankSafety, danger: 'violence-threatened', help: 'consented' } as const;

it('sends nothing while the danger or the ground of help is missing', () => {
  expect(safetyBodyOf(blankSafety)).toBeUndefined();
  expect(safetyBodyOf({ ...blankSafety, danger: 'violence-threatened' })).toBeUndefined();
});

it('asks for the law where help does not rest on consent', () => {
  expect(safetyBodyOf({ ...told, help: 'life-in-danger' })).toBeUndefined();
  expect(safetyBodyOf({ ...told, help: 'life-in-danger', legalBasis: ' 反家庭暴力法 15 ' })).toMatchObject({
    legalBasis: '反家庭暴力法 15',
  });
});

it('drops a legal basis that was typed before consent was chosen', () => {
  expect(safetyBodyOf({ ...told, legalBasis: 'typed earlier' })).toEqual({
    danger: 'violence-threatened',
    hiddenFrom: [],
    help: 'consented',
  });
});
