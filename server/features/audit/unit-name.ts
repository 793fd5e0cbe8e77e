import type { Language } from '#contract/language/language.ts';
import type { UnitKind } from '#domain/access/vocabulary.ts';
import { unitName } from '#server/app/directory.ts';
import type { Services } from '#server/app/services.ts';

export function presentUnit(
  { directory }: Pick<Services, 'directory'>,
  id: string,
  language: Language,
): { id: string; name: string; kind: UnitKind } {
  const unit = directory.unit(id);
  return { id, name: unit === undefined ? '' : unitName(unit, language), kind: unit?.kind ?? 'department' };
}
