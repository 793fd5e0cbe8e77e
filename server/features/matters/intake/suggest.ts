import type { SuggestBody, Suggestions } from '#contract/intake/intake.ts';
import { fill, type Language, words } from '#contract/language/language.ts';
import {
  type PreparedWords,
  prepareWords,
  suggestKind,
  suggestOffice,
} from '#domain/matters/suggest-kind.ts';
import { checkResidentId } from '#domain/parties/resident-id.ts';
import type { Actor } from '#server/app/actor.ts';
import { unitName } from '#server/app/directory.ts';
import type { Services } from '#server/app/services.ts';
import { findSimilarMatters } from '#server/features/search/public.ts';
import { startClock } from '../clocks/start-clock.ts';
import { kindLabel } from '../present/labels.ts';
import { presentSimilar } from '../present/similar.presenter.ts';
import { withoutSealed } from '../steps/side-ways/sealed-reading.ts';

const prepared = new WeakMap<object, PreparedWords>();

/** What the machine noticed while the clerk types: kind and office with the words that led there, similar matters. */
export async function suggest(
  services: Services,
  actor: Actor,
  body: SuggestBody,
  language: Language,
): Promise<Suggestions> {
  const { pack } = services;
  const kinds = suggestKind(body.text, wordsOf(services));
  const kind = body.kind ?? kinds[0]?.kind ?? '99';
  const found = await findSimilarMatters(services, actor, {
    text: body.text,
    kind,
    regionCode: body.regionCode ?? actor.regionCode,
    pair: pairOf(body),
  });
  const similar = await withoutSealed(services, actor, found);
  const step = words(language).steps.accept;
  const clock = startClock(services, { step: 'accept', ...pack.stepLimits.accept }, services.clock.now());
  return {
    kinds: kinds.map((one) => ({
      kind: kindLabel(services, one.kind, language),
      score: one.score,
      words: one.words.map((word) => ({ ...word, at: [...word.at] })),
    })),
    office: officeFor(services, actor.unitId, kind, language),
    similar: similar.map((one) => presentSimilar(services, one, language)),
    next: { what: step, by: clock.dueOn },
  };
}

function wordsOf(services: Services): PreparedWords {
  const known = prepared.get(services.pack);
  if (known) return known;
  const made = prepareWords(services.pack.words);
  prepared.set(services.pack, made);
  return made;
}

/** The department of a centre that the city's routing table names first for the kind. */
export function officeFor(
  services: Services,
  centreId: string,
  kind: string,
  language: Language,
): Suggestions['office'] {
  const departments = services.directory.all().filter((unit) => unit.parentId === centreId && unit.isActive);
  const byCode = new Map(departments.map((unit) => [unit.code.split('/')[1] ?? unit.code, unit]));
  const code = suggestOffice(kind, services.pack.routing, (department) => byCode.has(department));
  const unit = code === undefined ? undefined : byCode.get(code);
  if (unit === undefined) return null;
  const why = fill(words(language).similar['routing-table'], {
    kind: kindLabel(services, kind, language).label,
  });
  return { id: unit.id, name: unitName(unit, language), why };
}

function pairOf({ applicantNumber, respondentNumber }: SuggestBody): readonly [string, string] | null {
  const one = checkResidentId(applicantNumber ?? '');
  const other = checkResidentId(respondentNumber ?? '');
  return one.ok && other.ok ? [one.value, other.value] : null;
}
