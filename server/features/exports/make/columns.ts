import { Temporal } from 'temporal-polyfill';
import { type Language, words } from '#contract/language/language.ts';
import type { PartyView } from '#contract/matters/matter.ts';
import type { TableContents } from '#domain/exports/vocabulary.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import { type Seat, seats } from '#domain/matters/vocabulary.ts';
import type { ListedMatter } from '#server/features/matters/public.ts';

/** A calendar day, or a wall-clock time in the city's zone: a spreadsheet sorts by it. */
export type Moment = { readonly moment: Temporal.PlainDateTime; readonly hasTime: boolean };
export type Cell = string | number | Moment | null;

export type Column = {
  readonly heading: string;
  /** In characters, for a spreadsheet. */
  readonly width: number;
  /** How a spreadsheet shows its cells, where they hold a day or a time. */
  readonly format?: 'day' | 'time' | undefined;
  readonly cell: (matter: ListedMatter) => Cell;
};

/**
 * The columns of a list. The first are what the queue shows; with `words` what people said stands beside, with `parties`
 * also who they are. Code, subject, times, story and answer read as the import's map of our own tables reads them.
 */
export function columnsOf(contents: TableContents, language: Language, zone: string): readonly Column[] {
  const { exportColumns: heads } = words(language);
  const column = (
    name: keyof typeof heads,
    width: number,
    cell: Column['cell'],
    format?: Column['format'],
  ): Column => ({ heading: heads[name], width, cell, format });
  const at = (instant: string | Date | null | undefined): Cell => momentOf(instant ?? null, zone);
  const seated = (seat: Seat): Column =>
    column(seat, 30, ({ parties }) => partiesInWords(parties.filter((party) => party.seat === seat)));

  const facts = [
    column('code', 16, ({ row }) => formatMatterCode(row.code)),
    column('subject', 40, ({ row }) => row.subject),
    column('kind', 14, ({ row }) => row.kind.label),
    column('region', 18, ({ row }) => row.region.label),
    column('status', 10, ({ row }) => row.statusLabel),
    column('holder', 24, ({ row }) => row.holder.name),
    column('handler', 12, ({ row }) => row.handlerName),
    column('dueOn', 12, ({ row }) => dayOf(row.dueOn), 'day'),
    column('level', 8, ({ row }) => row.level?.label ?? null),
    column('reason', 30, ({ row }) => row.reason),
    column('returns', 8, ({ row }) => row.returns),
    column('parties', 8, ({ row }) => row.partyCount),
    column('registeredAt', 19, ({ row }) => at(row.registeredAt), 'time'),
    column('endedAt', 19, ({ row }) => at(row.endedAt), 'time'),
  ];
  if (contents === 'facts') return facts;
  const told = [
    column('story', 60, (matter) => matter.told?.story ?? null),
    column('request', 40, (matter) => matter.told?.request ?? null),
    column('answer', 60, (matter) => matter.told?.answer ?? null),
    column('answeredAt', 19, (matter) => at(matter.told?.answeredAt), 'time'),
  ];
  return contents === 'words' ? [...facts, ...told] : [...facts, ...told, ...seats.map(seated)];
}

/** A moment as text, in the form that sorts and that the import reads. */
export function momentInText({ moment, hasTime }: Moment): string {
  const day = moment.toPlainDate().toString();
  return hasTime ? `${day} ${moment.toPlainTime().toString({ smallestUnit: 'second' })}` : day;
}

function momentOf(at: string | Date | null, zone: string): Moment | null {
  if (at === null) return null;
  const instant = Temporal.Instant.fromEpochMilliseconds(new Date(at).getTime());
  return { moment: instant.toZonedDateTimeISO(zone).toPlainDateTime(), hasTime: true };
}

function dayOf(day: string | null): Moment | null {
  return day === null ? null : { moment: Temporal.PlainDate.from(day).toPlainDateTime(), hasTime: false };
}

/** Several people at a seat, each a line. */
function partiesInWords(parties: readonly PartyView[]): string {
  return parties
    .map(({ name, phone, number, address }) => [name, phone, number, address].filter(Boolean).join(' '))
    .join('\n');
}
