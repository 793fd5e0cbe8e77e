import type { Language } from '#contract/language/language.ts';
import type { LevelRulesView, PublishLevelsBody } from '#contract/levels/level-rules.ts';
import type { LevelRow } from '#domain/levels/levels.ts';
import { isSameTable } from '#domain/levels/table.ts';
import { versionInForce } from '#domain/levels/version.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import {
  insertVersion,
  type LevelVersionRow,
  publishedVersions,
  recordPublication,
  tellProcesses,
} from './level-versions.queries.ts';
import { levelChannel, loadLevels } from './load-levels.ts';
import { readLevelRules } from './read-level-rules.ts';
import { refuseFaultyRules, refuseUnlessOfCity } from './rules-refused.ts';

/**
 * Publishes rules with a day in force. Colours follow at once, as they are reckoned when they are read; a job goes through
 * the open matters for the days on which they will change next. The same request again finds what it published.
 */
export async function publishLevels(
  services: Services,
  actor: Actor,
  body: PublishLevelsBody,
  language: Language,
): Promise<LevelRulesView> {
  refuseUnlessOfCity(services, actor);
  refuseFaultyRules(body.rows, language);
  const today = todayOf(services);
  if (body.inForceFrom < today) refuse(422, 'level-day-past', { field: 'inForceFrom' });
  const rows: LevelRow[] = body.rows.map(({ level, when }) => ({ level, when }));
  const note = body.note.trim();
  const isDone = await inTransaction(services, actor, async (trx) => {
    const versions = await publishedVersions(trx, actor.cityCode);
    const latest = versions[0];
    if (latest && isSamePublication(latest, actor, body)) return true;
    if ((latest?.version ?? 0) !== body.version) return false;
    const then = versionInForce(versions, body.inForceFrom) ?? services.pack.levelRules;
    if (isSameTable(then, { rows })) refuse(422, 'level-rules-unchanged');
    const made = {
      version: body.version + 1,
      id: services.newId(),
      inForceFrom: body.inForceFrom,
      rows,
      note,
      at: services.clock.now().toString(),
    };
    if (!(await insertVersion(trx, actor, made))) return false;
    await recordPublication(trx, actor, made, services.newId());
    await tellProcesses(trx, levelChannel);
    if (body.inForceFrom === today) {
      const job = { name: 'follow-levels', payload: { cityCode: actor.cityCode } } as const;
      await services.jobs.enqueue(trx, job);
    }
    return true;
  });
  await loadLevels(services);
  const view = await readLevelRules(services, actor, language);
  if (!isDone) refuse(409, 'stale-version', { extra: { current: view } });
  return view;
}

function isSamePublication(row: LevelVersionRow, actor: Actor, body: PublishLevelsBody): boolean {
  return (
    row.version === body.version + 1 &&
    row.publishedById === actor.userId &&
    row.inForceFrom === body.inForceFrom &&
    row.note === body.note.trim() &&
    isSameTable(row, body)
  );
}
