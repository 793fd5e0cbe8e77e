import type { ImportMap } from '#contract/imports/import-map.ts';
import type { RegisterMatterBody } from '#contract/matters/register-matter.ts';
import type { Actor } from '#server/app/actor.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { isHttpProblem } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { registerMatter } from '#server/features/matters/public.ts';
import type { ReadyRow, RefusedRow, Target } from './imported-rows.ts';
import { findClerk, knownNumbers } from './register-live.queries.ts';

/** As many connections as leave the counters theirs. */
const atOnce = 4;
const subjectAtMost = 60;

/** Registers rows as new matters of today, as a clerk of the centre would; what is registered already stays as it is. */
export async function registerLive(services: Services, map: ImportMap): Promise<Target> {
  const actor = await clerkOf(services, map);
  // The same rows may have come in as history too: those are other matters.
  const source = `${map.source}/live`;
  return async (rows) => {
    const numbers = rows.map(({ sourceNumber }) => sourceNumber);
    const known = await inTransaction(services, actor, (trx) => knownNumbers(trx, actor, source, numbers));
    const refused: RefusedRow[] = [];
    let unchanged = 0;
    const queue = rows.values();
    const work = async (): Promise<void> => {
      for (const row of queue) {
        const done = known.has(row.sourceNumber)
          ? 'unchanged'
          : await register(services, actor, map, row, source);
        if (done === 'unchanged') unchanged += 1;
        else if (done !== 'registered') refused.push(done);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { imported: rows.length - unchanged - refused.length, unchanged, refused };
  };
}

async function register(
  services: Services,
  actor: Actor,
  map: ImportMap,
  row: ReadyRow,
  source: string,
): Promise<'registered' | 'unchanged' | RefusedRow> {
  const body: RegisterMatterBody = {
    channel: map.channel,
    kind: row.kind,
    regionCode: row.regionCode,
    subject: shortened(row.subject),
    story: row.story,
    parties: [{ seat: 'applicant', kind: 'anonymous' }],
  };
  try {
    await registerMatter(services, actor, body, {
      language: 'zh',
      source: { name: source, number: row.sourceNumber },
    });
    return 'registered';
  } catch (thrown) {
    if (!isHttpProblem(thrown)) throw thrown;
    // Registered before, and by now at a centre whose matters this clerk does not see.
    if (thrown.code === 'source-number-taken') return 'unchanged';
    const why = thrown.errors?.map(({ field, reason }) => `${field} ${reason}`).join(', ') ?? thrown.code;
    const { row: number, line, sourceNumber } = row;
    return {
      row: number,
      line,
      number: sourceNumber,
      reasons: [{ code: 'register-refused', params: { why } }],
    };
  }
}

async function clerkOf(services: Services, { region, registeredBy }: ImportMap): Promise<Actor> {
  const cityCode = services.pack.city.code;
  const unitId = unitIdOf(cityCode, region);
  const now = services.clock.now();
  const clerk = await findClerk(services.db, { cityCode, unitId, username: registeredBy ?? null, now });
  if (clerk === undefined) {
    const centre = services.directory.unit(unitId)?.name ?? region;
    throw new Error(
      registeredBy === undefined
        ? `Nobody is posted as clerk or dispatcher at ${centre}, so that nobody can register new matters there.`
        : `${registeredBy}, whom the map names, is not posted as clerk or dispatcher at ${centre}.`,
    );
  }
  return { ...clerk, cityCode, unitId, regionCode: region, unitKind: 'centre' };
}

function shortened(subject: string): string {
  const characters = [...subject];
  return characters.length > subjectAtMost ? `${characters.slice(0, subjectAtMost - 1).join('')}…` : subject;
}
