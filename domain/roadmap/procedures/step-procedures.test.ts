import { expect, test } from 'vitest';
import { stepOf } from '#domain/matters/transitions.ts';
import { type Step, statuses, steps } from '#domain/matters/vocabulary.ts';
import type { StepLimit } from '#domain/organisations/city-pack.ts';
import { exit, mainClockOf } from './procedure.ts';
import { stepProcedures } from './step-procedures.ts';

const limits = Object.fromEntries(
  steps.map((step, index) => [
    step,
    { count: index + 1, unit: 'working-day', title: `${step}中文`, titleEn: step, source: '本市规定' },
  ]),
) as Record<Step, StepLimit>;
const procedures = stepProcedures(limits);

test('every step of the path has its clock, with the limit, the words and the source of the city', () => {
  const clocks = procedures.flatMap(({ clocks }) => clocks);
  for (const status of statuses) {
    const step = stepOf(status);
    if (step === null) continue;
    const { count, unit, title, titleEn, source } = limits[step];
    expect(clocks.find(({ key }) => key === step)).toMatchObject({
      starts: status,
      limit: { count, unit },
      title: { zh: title, en: titleEn },
      source,
      owedBy: 'office',
    });
  }
});

test('they make a road from registration to the exit, and nobody begins them', () => {
  expect(procedures.map(({ key }) => key)).toEqual(['intake', 'department-handling', 'completion']);
  expect(procedures.map((one) => mainClockOf(one)?.key)).toEqual(['accept', 'handle', 'answer']);
  expect(new Set(procedures.map(({ heldBy }) => heldBy))).toEqual(new Set(['step']));
  const next = procedures.map(({ outcomes }) => outcomes.flatMap((one) => one.next));
  expect(next.map((keys) => keys.includes(exit))).toEqual([true, false, true]);
  expect(next[0]).toContain('department-handling');
  expect(next[1]).toContain('completion');
});
