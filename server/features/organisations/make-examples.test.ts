import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoUserId } from '#server/app/known-ids.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { bodyExamples, exampleId, exampleUnits } from './examples.ts';
import { makeOrganisationExamples } from './make-examples.ts';

let program: TestProgram;
let security: Person;
let system: Person;
let supervisor: Person;

beforeAll(async () => {
  program = await createTestProgram();
  security = await hire(program, '1502', 'security-admin');
  system = await hire(program, '1502', 'system-admin');
  supervisor = await hire(program, '150204', 'supervisor');
  expect(demoUserId('security-admin')).not.toBe(security.actor.userId);
  await makeOrganisationExamples(program.services);
});
afterAll(() => program?.stop());

it('makes rows on which every example works as it stands, in any order', async () => {
  const postings = 'organisation/postings';
  const units = 'organisation/units';
  const answers = await Promise.all([
    supervisor.post(
      `organisation/absences/${exampleId('cancel-absence')}/actions/cancel`,
      bodyExamples['cancel-absence'],
    ),
    supervisor.post('organisation/absences', bodyExamples['create-absence']),
    security.post(`${postings}/${exampleId('end-posting')}/actions/end`, bodyExamples['end-posting']),
    security.post(postings, bodyExamples['create-posting']),
    security.post(`organisation/accounts/${exampleId('disable-account')}/actions/disable`, {}),
    security.post(`organisation/accounts/${exampleId('set-password')}/actions/set-password`, {}),
    security.post(`organisation/accounts/${exampleId('unlock-account')}/actions/unlock`, {}),
    security.post(`organisation/accounts/${exampleId('reset-second-factor')}/actions/reset-second-factor`, {
      reason: '本人到场说明手机遗失',
    }),
    system.post(units, bodyExamples['create-department']),
    system.send('PATCH', `${units}/${exampleUnits['edit-unit']}`, bodyExamples['edit-unit']),
    system.post(`${units}/${exampleUnits['activate-unit']}/actions/activate`, bodyExamples['activate-unit']),
    system.post(
      `${units}/${exampleUnits['deactivate-unit']}/actions/deactivate`,
      bodyExamples['deactivate-unit'],
    ),
  ]);
  expect(answers.map(({ status, body }) => [status, body.code ?? ''])).toEqual(
    [200, 201, 200, 201, 200, 200, 200, 200, 201, 200, 200, 200].map((status, index) => [
      status,
      answers[index]?.body.code ?? '',
    ]),
  );
});
