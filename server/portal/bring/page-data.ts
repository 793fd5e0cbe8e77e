import { type Language, words } from '#contract/language/language.ts';
import { acceptedFiles, filesAtMost } from '#domain/documents/accepted-files.ts';
import {
  type PreparedWords,
  prepareWords,
  reliableScore,
  suggestKind,
} from '#domain/matters/suggest-kind.ts';
import { maskAddress } from '#domain/messages/address.ts';
import type { CityPack, Named } from '#domain/organisations/city-pack.ts';
import type { Services } from '#server/app/services.ts';
import { presentCentre } from '../centre.ts';
import type { FormValues } from '../form.ts';
import { regionTiles } from '../region-tiles.ts';
import { portalWords } from '../words/words.ts';
import { centresFor, hasMobile, longest, one, outsideTownships, type QuestionName } from './questions.ts';

type Option = { readonly value: string; readonly label: string; readonly hint?: string };
type PageData = Readonly<Record<string, unknown>>;

/** What a question's page shows beside its fields. */
export function pageData(
  services: Services,
  question: QuestionName,
  answers: FormValues,
  language: Language,
): PageData {
  const { pack } = services;
  const w = portalWords(language).bring;
  switch (question) {
    case 'story':
      return { longest };
    case 'kind':
      return kindOptions(pack, one(answers, 'story'), language);
    case 'county':
      return {
        tiles: regionTiles(pack, language),
        cityOption: { value: pack.city.code, label: w['whole-city'] },
      };
    case 'township':
      return { options: townshipOptions(pack, one(answers, 'county'), language) };
    case 'centre':
      return {
        centres: centresFor(answers, { pack }).map((code) => presentCentre(services, code, language)),
      };
    case 'contact':
      return { isForOther: one(answers, 'who') === 'other', longest };
    case 'telling':
      return { mobile: hasMobile(answers, pack.city.areaCode) ? maskAddress(one(answers, 'phone')) : '' };
    case 'request':
      return { longest, needs: [...pack.needs.values()].map((need) => namedOption(need, language)) };
    case 'files':
      return { accept: acceptedEndings, filesAtMost };
    default:
      return {};
  }
}

const acceptedEndings = [...acceptedFiles.values()]
  .flat()
  .map((ending) => `.${ending}`)
  .join(',');

export function nameOf({ name, nameEn }: Named<string>, language: Language): string {
  return language === 'zh' ? name : nameEn;
}

function namedOption(named: Named<string>, language: Language): Option {
  return { value: named.code, label: nameOf(named, language) };
}

const prepared = new WeakMap<CityPack, PreparedWords>();

function wordsOf(pack: CityPack): PreparedWords {
  const known = prepared.get(pack) ?? prepareWords(pack.words);
  prepared.set(pack, known);
  return known;
}

/** The kinds that the story's own words speak for come first, with those words; the rest follow in the city's order. */
function kindOptions(pack: CityPack, story: string, language: Language): PageData {
  const w = portalWords(language).bring;
  const suggestions = suggestKind(story, wordsOf(pack)).filter(({ score }) => score >= reliableScore);
  const suggested = suggestions.flatMap(({ kind, words: found }) => {
    const named = pack.kinds.get(kind);
    if (named === undefined) return [];
    const because = found
      .slice(0, 3)
      .map(({ word }) => (language === 'zh' ? `“${word}”` : word))
      .join(language === 'zh' ? '' : ', ');
    return [{ ...namedOption(named, language), hint: w['kind-because'].replace('{words}', because) }];
  });
  const others = [...pack.kinds.values()]
    .filter(({ code }) => !suggested.some(({ value }) => value === code))
    .map((kind) => namedOption(kind, language));
  return { options: [...suggested, ...others], suggestedKind: suggested[0]?.value ?? '' };
}

function townshipOptions(pack: CityPack, county: string, language: Language): Option[] {
  const { bring } = portalWords(language);
  const townships = [...pack.regions.values()].filter(({ parentCode }) => parentCode === county);
  return [
    ...townships.map((region) => namedOption(region, language)),
    { value: outsideTownships, label: bring['whole-county'] },
  ];
}

export type AnswerRow = {
  readonly label: string;
  readonly lines: readonly string[];
  readonly change: string;
};

/** Everything that was answered, to be looked over, each with its way back. */
export function answerRows(
  services: Services,
  answers: FormValues,
  files: readonly string[],
  language: Language,
): AnswerRow[] {
  const { pack } = services;
  const w = portalWords(language).bring;
  const rows: AnswerRow[] = [];
  const row = (question: QuestionName, label: string, ...lines: string[]): void =>
    void rows.push({
      label,
      lines: lines.filter((line) => line !== ''),
      change: `/p/bring/${question}?from=check`,
    });
  const named = (code: string, of: ReadonlyMap<string, Named<string>>): string => {
    const found = of.get(code);
    return found === undefined ? '' : nameOf(found, language);
  };
  row('story', w['row-story'], one(answers, 'story'));
  row('story', w['row-when'], one(answers, 'happenedOn'));
  row('story', w['row-subject'], one(answers, 'subject'));
  row('kind', w['row-kind'], named(one(answers, 'kind'), pack.kinds));
  row(
    'county',
    w['row-where'],
    [one(answers, 'county'), one(answers, 'township')]
      .map((code) => named(code, pack.regions))
      .filter(Boolean)
      .join(language === 'zh' ? '' : ', '),
  );
  row('centre', w['row-centre'], presentCentre(services, one(answers, 'centre'), language).name);
  if (one(answers, 'who') === 'anonymous') row('who', w['row-who'], w['who-anonymous']);
  else {
    row('who', w['row-who'], one(answers, 'who') === 'other' ? w['who-other'] : w['who-self']);
    if (one(answers, 'who') === 'other') row('contact', w['row-represented'], one(answers, 'represented'));
    row('contact', w['row-contact'], one(answers, 'name'), one(answers, 'phone'));
    const { toldBy } = words(language);
    const by = one(answers, 'toldBy') as keyof typeof toldBy;
    row('telling', w['row-telling'], toldBy[by] ?? '', by === 'mail' ? one(answers, 'email') : '');
  }
  const other = one(answers, 'otherKind');
  row(
    'other-side',
    w['row-other'],
    one(answers, 'otherName') || (other === 'unknown' ? w['other-unknown'] : ''),
  );
  row('request', w['row-request'], one(answers, 'request'));
  row(
    'request',
    w['row-needs'],
    ...[...pack.needs.values()]
      .filter(({ code }) => [answers.needs ?? []].flat().includes(code))
      .map((need) => nameOf(need, language)),
  );
  row('files', w['row-files'], ...files);
  return rows;
}
