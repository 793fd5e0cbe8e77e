import { isPermitted } from '#domain/access/permissions.ts';
import { demoUserId } from '#server/app/known-ids.ts';
import type { DemoAccount, Services } from '#server/app/services.ts';
import { findNames, hasAccounts, issueToken } from '#server/features/access/public.ts';
import { makeExportExamples } from '#server/features/exports/public.ts';
import { makeImportExamples } from '#server/features/imports/public.ts';
import { readOldNotices } from '#server/features/notices/public.ts';
import { makeOfficeExamples } from '#server/features/office/public.ts';
import { makeOrganisationExamples } from '#server/features/organisations/public.ts';
import { demoActor, demoPassword, demoPeople, makeAccounts } from './accounts.ts';
import { letDaysGoBy } from './days-gone-by.ts';
import { exampleMatters } from './example-matters.ts';
import { makeExampleMessage } from './example-message.ts';
import { inventMatters } from './invented-matters.ts';
import { joinedMatters } from './joined-matters.ts';
import { dropKeptAccounts, keepAccounts, readKeptAccounts } from './kept-accounts.ts';
import { type PlayedMatter, playMatter } from './play.ts';

/**
 * Fills an empty demo: accounts, the matters of the API's examples, a few hundred more. The file of the accounts is
 * written last: a start that was interrupted before it is gone on with by the next.
 */
export async function seedDemo(services: Services, print: (line: string) => void): Promise<void> {
  const whose = await whoseAccounts(services);
  if (whose === 'others') {
    print('This database has accounts that are not of the demo, so no demo accounts were made.');
    return;
  }
  const kept = whose === 'demo' ? await readKeptAccounts(services) : null;
  if (kept !== null) {
    services.demoAccounts.push(...kept);
    return;
  }
  await dropKeptAccounts(services);
  print('Making the demo: accounts, and a few hundred invented matters.');
  await makeAccounts(services);
  const drawingAll = withEveryClosingDrawn(services);
  await playAll(drawingAll, inventMatters(services), print);
  await playAll(drawingAll, exampleMatters(services), () => undefined);
  for (const matter of joinedMatters(services)) await playMatter(drawingAll, matter);
  await makeExampleMessage(services);
  await makeOrganisationExamples(services);
  await letDaysGoBy(services);
  const lately = services.clock.now().subtract({ hours: 18 });
  for (const { username } of demoPeople) {
    const actor = demoActor(services, username);
    if (isPermitted('work-on-matters', actor)) await readOldNotices(services, actor, lately);
  }
  await makeOfficeExamples(
    services,
    demoActor(services, 'dispatcher-qingshan'),
    demoActor(services, 'handler-qingshan-housing'),
  );
  await makeExportExamples(services, demoActor(services, 'dispatcher-qingshan'));
  await makeImportExamples(services, demoActor(services, 'dispatcher-qingshan'));
  services.demoAccounts.push(...(await listAccounts(services)));
  await keepAccounts(services, services.demoAccounts);
}

/** Makes what a command needs of a demo that was never started: somebody who works there. */
export async function prepareDemoAccounts(services: Services): Promise<void> {
  if ((await whoseAccounts(services)) === 'nobody') await makeAccounts(services);
}

/** Whether all who are here were invented. */
export async function isDemoCity(services: Services): Promise<boolean> {
  return (await whoseAccounts(services)) === 'demo';
}

/** Public passwords belong only where nobody has an account of their own. */
async function whoseAccounts(services: Services): Promise<'nobody' | 'demo' | 'others'> {
  if (!(await hasAccounts(services.db))) return 'nobody';
  const names = await findNames(
    services.db,
    demoPeople.map(({ username }) => demoUserId(username)),
  );
  return names.size > 0 ? 'demo' : 'others';
}

/** As many matters at a time as leave the machine some room; each walks its own way in order. */
const atOnce = 6;

async function playAll(
  services: Services,
  matters: readonly PlayedMatter[],
  print: (line: string) => void,
): Promise<void> {
  const queue = matters.values();
  let done = 0;
  const play = async (): Promise<void> => {
    for (const matter of queue) {
      await playMatter(services, matter);
      done += 1;
      if (done % 100 === 0) print(`  ${done} of ${matters.length} matters`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, play));
}

async function listAccounts(services: Services): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = [];
  for (const { username, name, postings } of demoPeople) {
    const [unitCode = '', role = ''] = postings[0] ?? [];
    const region = services.pack.regions.get(unitCode.split('/')[0] ?? '')?.name ?? unitCode;
    const token = await issueToken(services, { userId: demoUserId(username), label: 'demo' });
    accounts.push({ username, password: demoPassword, name, role, region, token });
  }
  return accounts;
}

/** Of the closings without call-back every one is drawn, not left to chance: supervisors have some to look at. */
function withEveryClosingDrawn(services: Services): Services {
  return { ...services, pack: { ...services.pack, city: { ...services.pack.city, reviewOneIn: 1 } } };
}
