import { type Static, Type } from 'typebox';
import { channels, dangers, helpGrounds, needs, partyKinds, seats } from '#domain/matters/vocabulary.ts';
import { toldBy, toldLanguages } from '#domain/messages/vocabulary.ts';
import { MatterPresent } from './matter.ts';
import { Day, OneOf, Uuid, Words } from './parts.ts';

/** A party, as told. Of an anonymous one nothing but the seat is kept. */
export const PartyBody = Type.Object(
  {
    seat: OneOf(seats),
    kind: OneOf(partyKinds),
    name: Type.Optional(Words(60)),
    phone: Type.Optional(Type.String({ minLength: 3, maxLength: 30 })),
    residentId: Type.Optional(
      Type.String({
        minLength: 15,
        maxLength: 24,
        description: 'GB 11643, 18 places; its check digit is verified.',
      }),
    ),
    creditCode: Type.Optional(
      Type.String({
        minLength: 15,
        maxLength: 24,
        description: 'GB 32100, 18 places; its check character is verified.',
      }),
    ),
    address: Type.Optional(Words(200)),
    note: Type.Optional(Words(200, 'How to reach them, whom they represent.')),
    email: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
    toldBy: Type.Optional(
      OneOf(toldBy, 'How they chose to be told what happens; `sms` needs a mobile phone, `mail` an address.'),
    ),
    toldLanguage: Type.Optional(OneOf(toldLanguages)),
  },
  { additionalProperties: false },
);
export type PartyBody = Static<typeof PartyBody>;

/** The safety flag: a danger to somebody, never a trait of anybody; reviewed every 7 days (scope.md). */
export const SafetyBody = Type.Object(
  {
    danger: OneOf(dangers),
    hiddenFrom: Type.Array(OneOf(seats), {
      maxItems: 3,
      uniqueItems: true,
      description: 'The seats it may endanger.',
    }),
    help: OneOf(helpGrounds),
    legalBasis: Type.Optional(Words(200, 'Required where help does not rest on consent.')),
    note: Type.Optional(Words(500)),
  },
  { additionalProperties: false },
);
export type SafetyBody = Static<typeof SafetyBody>;

export const RegisterMatterBody = Type.Object(
  {
    channel: OneOf(channels),
    kind: Words(8, "A kind of the city's list."),
    regionCode: Type.String({ pattern: '^[0-9]{4,9}$', description: 'Where it happened.' }),
    subject: Type.Optional(Words(60, 'The first sentence of the story serves where it is missing.')),
    story: Words(
      10000,
      'What happened. Kept in clear so that it can be searched: no names or numbers where they are not needed.',
    ),
    request: Type.Optional(Words(2000, 'What is asked for.')),
    happenedOn: Type.Optional(Day),
    parties: Type.Array(PartyBody, { minItems: 1, maxItems: 50 }),
    needs: Type.Optional(Type.Array(OneOf(needs), { uniqueItems: true, maxItems: needs.length })),
    safety: Type.Optional(SafetyBody),
  },
  {
    additionalProperties: false,
    examples: [
      {
        channel: 'window',
        kind: '15',
        regionCode: '150204001',
        subject: '物业费与漏水维修',
        story: '小区顶楼漏水半年，物业公司一直没有修，业主停交物业费，物业上门催收时发生争吵。',
        request: '修好屋面，重新核算物业费。',
        parties: [
          { seat: 'applicant', kind: 'person', name: '王示例', phone: '13800000000' },
          {
            seat: 'respondent',
            kind: 'organisation',
            name: '示例物业服务有限公司',
            creditCode: '91350100M000100Y43',
          },
        ],
        needs: [],
      },
    ],
  },
);
export type RegisterMatterBody = Static<typeof RegisterMatterBody>;

/** What the visitor takes home. Secrets can be repeated by the same request, and are shown here only. */
export const Receipt = Type.Object({
  code: Type.String(),
  qr: Type.String({ description: 'What the QR code carries: the code, nothing else.' }),
  centre: Type.String(),
  registeredAt: Type.String(),
  secrets: Type.Array(
    Type.Object({ partyId: Uuid, seat: OneOf(seats), name: Type.String(), secret: Type.String() }),
  ),
  next: Type.Object({ what: Type.String(), by: Day }),
  texts: Type.Record(Type.String(), Type.String(), {
    description: "The city's own words, by the keys of its pack's receipt.csv.",
  }),
});
export type Receipt = Static<typeof Receipt>;

/** Where the new matter stands and what may be done next, as after every step; its file is read by itself. */
export const RegisterMatterAnswer = Type.Object({ matter: MatterPresent, receipt: Receipt });
export type RegisterMatterAnswer = Static<typeof RegisterMatterAnswer>;
