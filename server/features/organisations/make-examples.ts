import type { Role } from '#domain/access/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import { demoUserId, unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import { createAbsence } from './absences/create-absence.ts';
import { createAccount } from './accounts/create-account.ts';
import { exampleAccounts, exampleId, exampleOffice, exampleUnits, shortAhead } from './examples.ts';
import { createPosting } from './postings/create-posting.ts';
import { switchUnit } from './units/switch-unit.ts';

const language = 'zh';
const firstVersion = { version: 1 };

/**
 * Makes the rows of examples.ts by the real use cases. The demo calls it once its own accounts are there, and again
 * when it was interrupted: whatever was made before stays as it is.
 */
export async function makeOrganisationExamples(services: Services): Promise<void> {
  const security = administrator(services, exampleAccounts.security, 'security-admin');
  const system = administrator(services, exampleAccounts.system, 'system-admin');

  const making = (id: string) => ({ language, id, idempotencyKey: `demo:${id}` }) as const;
  const account = (id: string, username: string, name: string) =>
    createAccount(services, security, { username, name }, making(id));
  const handler = async (
    id: string,
    username: string,
    name: string,
    postingId = exampleId('posting', username),
  ) => {
    await account(id, username, name);
    const body = { userId: id, unitId: exampleOffice, role: 'handler' as const, fromDay: '2026-01-01' };
    await createPosting(services, security, body, making(postingId));
  };

  await account(exampleId('set-password'), 'example-set-password', '示例·重设密码');
  await account(exampleId('disable-account'), 'example-disable', '示例·停用账号');
  await account(exampleId('unlock-account'), 'example-unlock', '示例·解除锁定');
  await account(exampleId('reset-second-factor'), 'example-reset-factor', '示例·重置双重验证');
  await account(exampleId('create-posting'), 'example-posting', '示例·任职');
  await handler(
    exampleId('end-posting', 'leaving'),
    'example-leaving',
    '示例·离任',
    exampleId('end-posting'),
  );
  await handler(exampleId('end-posting', 'successor'), 'example-successor', '示例·接手');
  await handler(exampleId('create-absence', 'absent'), 'example-absent', '示例·外出');
  await handler(exampleId('create-absence', 'deputy'), 'example-deputy', '示例·代理');
  const absence = {
    unitId: exampleOffice,
    userId: exampleId('create-absence', 'absent'),
    deputyUserId: exampleId('create-absence', 'deputy'),
    ...shortAhead,
  };
  await createAbsence(services, security, absence, making(exampleId('cancel-absence')));
  const unitId = exampleUnits['activate-unit'];
  if (services.directory.unit(unitId)?.version === 1)
    await switchUnit(services, system, unitId, false, firstVersion);
}

function administrator(services: Services, username: string, role: Role): Actor {
  const cityCode = services.pack.city.code;
  return {
    cityCode,
    userId: demoUserId(username),
    name: username,
    postingId: demoUserId(username),
    unitId: unitIdOf(cityCode, cityCode),
    role,
    regionCode: cityCode,
    unitKind: 'centre',
  };
}
