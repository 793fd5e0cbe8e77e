import { type Static, Type } from 'typebox';
import { unusualRules } from '#domain/audit/unusual-openings.ts';
import { Day, Instant, OneOf, UnitName, Uuid } from '../matters/parts.ts';
import { pageOf, paging } from '../organisations/listing.ts';
import { PersonName } from '../organisations/postings.ts';
import { period } from './openings.ts';

/** Of the last seven days where no day is named. */
export const UnusualQuery = Type.Object(period);
export type UnusualQuery = Static<typeof UnusualQuery>;

/** A fact about openings; no score, no rank. */
export const UnusualFactView = Type.Object({
  rule: OneOf(unusualRules),
  ruleLabel: Type.String(),
  person: PersonName,
  unit: UnitName,
  roleLabel: Type.String(),
  fromDay: Day,
  untilDay: Day,
  fact: Type.String({ description: 'How many, and from how many on it is shown.' }),
  because: Type.String({ description: 'Why it is shown from there on.' }),
  matterCode: Type.Union([Type.String(), Type.Null()]),
  region: Type.Union([Type.String(), Type.Null()], { description: 'The code of the street or township.' }),
});
export type UnusualFactView = Static<typeof UnusualFactView>;

export const UnusualAnswer = Type.Object({
  fromDay: Day,
  untilDay: Day,
  facts: Type.Array(UnusualFactView, { description: 'The latest first.' }),
  isCapped: Type.Boolean({ description: 'There are more: a shorter time shows all of them.' }),
});
export type UnusualAnswer = Static<typeof UnusualAnswer>;

export const ListLooksQuery = Type.Object(paging);
export type ListLooksQuery = Static<typeof ListLooksQuery>;

/** Who looked at the record itself, at what, and narrowed down to what. */
export const AuditLookView = Type.Object({
  id: Uuid,
  at: Instant,
  person: PersonName,
  unit: UnitName,
  what: Type.String(),
  whatLabel: Type.String(),
  asked: Type.Array(Type.String(), { description: 'The filters that were set.' }),
});
export type AuditLookView = Static<typeof AuditLookView>;

export const ListLooksAnswer = pageOf({ looks: Type.Array(AuditLookView) });
export type ListLooksAnswer = Static<typeof ListLooksAnswer>;
