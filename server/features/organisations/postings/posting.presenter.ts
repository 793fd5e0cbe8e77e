import { type Language, words } from '#contract/language/language.ts';
import type { PostingView } from '#contract/organisations/postings.ts';
import { spanHas } from '#domain/organisations/day-span.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { presentUnit } from '../unit-name.ts';
import type { PostingRow } from './postings.queries.ts';

export function presentPosting(services: Services, row: PostingRow, language: Language): PostingView {
  return {
    id: row.id,
    version: row.version,
    person: { id: row.userId, name: row.name, username: row.username },
    unit: presentUnit(services, row.unitId, language),
    role: row.role,
    roleLabel: words(language).roles[row.role],
    fromDay: row.fromDay,
    untilDay: row.untilDay,
    isInForce: !row.isEnded && spanHas(row, todayOf(services)),
  };
}
