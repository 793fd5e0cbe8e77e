import { expect } from 'vitest';
import type { ExportView } from '#contract/exports/exports.ts';
import { hire, type Person } from '#server/testing/people.ts';
import type { TestProgram } from '#server/testing/test-program.ts';

export type Staff = {
  readonly clerk: Person;
  readonly dispatcher: Person;
  readonly supervisor: Person;
  readonly handler: Person;
  readonly stranger: Person;
  readonly upper: Person;
};

/** The people of a centre, of one beside it and of the one above. */
export async function hireStaff(program: TestProgram): Promise<Staff> {
  return {
    clerk: await hire(program, '150204', 'clerk'),
    dispatcher: await hire(program, '150204', 'dispatcher'),
    supervisor: await hire(program, '150204', 'supervisor'),
    handler: await hire(program, '150204/housing', 'handler'),
    stranger: await hire(program, '150203', 'dispatcher'),
    upper: await hire(program, '1502', 'supervisor'),
  };
}

/** Registers matters at the clerk's centre, of which each tells who it is of. */
export async function registerMany(clerk: Person, count: number, kind = '10'): Promise<string[]> {
  const ids: string[] = [];
  const next = Array.from({ length: count }, (_, index) => index).values();
  const register = async (): Promise<void> => {
    for (const index of next) {
      const { status, body } = await clerk.post('matters', {
        channel: 'window',
        kind,
        regionCode: '150204001',
        subject: `第 ${index + 1} 件`,
        story: `=第 ${index + 1} 件的经过，\n有“引号”, 逗号和两行。`,
        request: '+把话说清楚',
        parties: [{ seat: 'applicant', kind: 'person', name: `王秀兰${index + 1}`, phone: '13800000000' }],
      });
      expect(status, JSON.stringify(body)).toBe(201);
      ids.push(body.matter.id);
    }
  };
  await Promise.all([register(), register(), register(), register()]);
  return ids;
}

export async function ask(person: Person, body: object, key?: string): Promise<ExportView> {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const answer = await person.post('exports', body, headers);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

export const listOf = (contents: string, more: object = {}) => ({
  format: 'csv',
  contents,
  filter: { queue: 'office' },
  ...(contents !== 'facts' && { purpose: '季度核对' }),
  ...more,
});
