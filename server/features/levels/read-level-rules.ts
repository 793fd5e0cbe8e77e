import { fill, type Language, words } from '#contract/language/language.ts';
import type { FollowingView, LevelRulesView, LevelVersionView } from '#contract/levels/level-rules.ts';
import { rowsOnlyIn } from '#domain/levels/table.ts';
import { versionInForce, versionsUpcoming } from '#domain/levels/version.ts';
import { levels } from '#domain/levels/vocabulary.ts';
import type { PackLevel } from '#domain/organisations/city-pack.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { type FollowRow, findFollow } from './follow-levels.queries.ts';
import { levelLabel } from './level.presenter.ts';
import { type LevelVersionRow, publishedVersions } from './level-versions.queries.ts';
import { mayEditRules } from './rules-refused.ts';

/** The rules in force, those to come and those that were, and what the city pack says. */
export async function readLevelRules(
  services: Services,
  actor: Actor,
  language: Language,
): Promise<LevelRulesView> {
  const { pack } = services;
  const today = todayOf(services);
  const { published, follow } = await inTransaction(services, actor, async (trx) => ({
    published: await publishedVersions(trx, actor.cityCode),
    follow: await findFollow(trx, actor.cityCode),
  }));
  const ofPack: LevelVersionView = {
    version: 0,
    inForceFrom: null,
    rows: rowsOf(pack.levelRules),
    note: '',
    publishedBy: null,
    publishedAt: null,
  };
  const all = [ofPack, ...published.map(presentVersion)];
  const inForce = versionInForce(all, today) ?? ofPack;
  const upcoming = versionsUpcoming(all, today);
  return {
    mayEdit: mayEditRules(services, actor),
    today,
    latestVersion: published[0]?.version ?? 0,
    inForce,
    upcoming,
    earlier: all.filter((one) => one !== inForce && !upcoming.includes(one)).reverse(),
    pack: {
      rows: ofPack.rows,
      onlyThere: rowsOf({ rows: rowsOnlyIn(pack.levelRules, inForce) }),
      onlyHere: rowsOf({ rows: rowsOnlyIn(inForce, pack.levelRules) }),
    },
    levels: levels.flatMap((level) => {
      const named = pack.levels.get(level);
      return named ? [presentPackLevel(services, named, language)] : [];
    }),
    following: follow && presentFollow(follow),
  };
}

function presentVersion({ publishedById: _id, publishedAt, ...row }: LevelVersionRow): LevelVersionView {
  return { ...row, rows: rowsOf(row), publishedAt: publishedAt.toISOString() };
}

function rowsOf({ rows }: { readonly rows: LevelVersionRow['rows'] }): LevelVersionView['rows'] {
  return rows.map(({ level, when }) => ({ level, when: [...when] }));
}

function presentPackLevel(
  services: Services,
  { code, reply, escalates, source }: PackLevel,
  language: Language,
): LevelRulesView['levels'][number] {
  const sentences = words(language).levelReplies;
  const sentence = sentences[reply.count === 0 ? 'same-day' : reply.unit];
  return {
    level: code,
    label: levelLabel(services, code, language),
    reply: fill(sentence, { count: reply.count }),
    escalates,
    source,
  };
}

function presentFollow({ version, done, total, finishedAt }: FollowRow): FollowingView {
  return { version, done, total: Math.max(done, total), isFinished: finishedAt !== null };
}
