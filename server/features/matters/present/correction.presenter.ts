import { fill, type Language, words } from '#contract/language/language.ts';
import type { EventView } from '#contract/matters/matter.ts';
import type { Correction, RecordField } from '#domain/matters/correction.ts';
import type { Need, PartyKind } from '#domain/matters/vocabulary.ts';
import type { ToldBy } from '#domain/messages/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { kindLabel, needLabel, regionLabel } from './labels.ts';

type Change = NonNullable<EventView['changes']>[number];

/** One line of a correction: what stood there, and what stands there now. */
export function presentCorrection(
  services: Services,
  { field, seat, from, to }: Correction,
  language: Language,
): Change {
  const { recordFields, correction, seats } = words(language);
  const name = recordFields[field];
  return {
    label: seat === undefined ? name : fill(correction.ofParty, { field: name, seat: seats[seat] }),
    from: wordFor(services, field, from, language),
    to: wordFor(services, field, to, language),
  };
}

/** Codes by their words; of a number the last four places, as everywhere on the desk. */
function wordFor(services: Services, field: RecordField, value: string | null, language: Language): string {
  const { correction, partyKinds, queue, toldBy } = words(language);
  if (value === null) return field === 'party' ? '' : correction.none;
  switch (field) {
    case 'kind':
      return kindLabel(services, value, language).label;
    case 'regionCode':
      return regionLabel(services, value, language).label;
    case 'needs':
      return value
        .split(' ')
        .map((need) => needLabel(need as Need, language).label)
        .join(queue.list);
    case 'partyKind':
      return partyKinds[value as PartyKind];
    case 'toldBy':
      return toldBy[value as ToldBy];
    case 'residentId':
    case 'creditCode':
      return `…${value.slice(-4)}`;
    default:
      return value;
  }
}
