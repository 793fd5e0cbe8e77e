/** The words of the side ways, in English. The keys are those of `zh-side-ways.ts`. */
import type * as zh from './zh-side-ways.ts';

type Same<Topic> = Readonly<Record<keyof Topic, string>>;

export const sideWays = {
  errors: {
    suspended: 'The work is suspended. Resume it first; its limits have been running all the time.',
    'not-suspended': 'The work is not suspended.',
    'resumption-not-later': 'The day to resume must be later than today.',
    'suspension-too-long': 'At most 60 days at a time. After that, suspend it anew and say why.',
    'there-already': 'It is with this office already.',
    'nothing-corrected': 'Nothing differs from what is on record, so there is nothing to correct.',
    'party-of-another-matter': 'This party does not belong to this matter.',
    'link-not-found':
      'No matter with this code was found in which your office takes part. Only matters that you can see can be linked.',
    'links-itself': 'A matter cannot be linked to itself.',
    'linked-already': 'These two matters are linked already.',
    'not-linked': 'These two matters are not linked.',
    'other-matter-busy':
      'Somebody is changing the other matter at this moment. Nothing was saved; please try again shortly.',
    sealed: 'This matter is sealed; only the readers who were named may see it.',
    'not-sealed': 'This matter is not sealed.',
    'readers-missing': 'The matter is sealed: name at least one reader at {unit} before handing it there.',
    'readers-missing-here': 'No reader has been named yet at {unit}, which takes part.',
    'reader-not-posted': 'A reader must be posted at an office that takes part.',
    'handler-not-a-reader': 'The matter is sealed, so its handler must be one of the readers.',
  },
  actions: {
    suspend: 'Suspend the work',
    resume: 'Resume the work',
    transfer: 'Transfer',
    escalate: 'Escalate to the upper centre',
    correct: 'Correct the registration',
    link: 'Link a matter',
    unlink: 'Remove a link',
    seal: 'Seal',
    unseal: 'Unseal',
  },
  events: {
    suspend: 'Work suspended; the limits run on',
    resume: 'Work resumed',
    transfer: 'Transferred to {to}',
    escalate: 'Escalated to {to}',
    correct: 'Registration corrected',
    link: 'Matter linked',
    unlink: 'Link removed',
    seal: 'Sealed for named readers',
    unseal: 'Unsealed',
  },
  facts: {
    resumeBy: 'To resume by',
    linkReason: 'Why linked',
    linkedCode: 'Linked code',
    sealGround: 'Ground',
    readers: 'Readers',
  },
  queueReasons: {
    suspended: 'suspended, the limit runs on',
    'not-resumed': 'still suspended after the day to resume',
    'no-reader': 'no reader left at the office; name one',
  },
} as const satisfies { [Group in keyof typeof zh.sideWays]: Same<(typeof zh.sideWays)[Group]> };

export const linkReasons = {
  'other-aspect': 'Another side of the same dispute',
  'follow-up': 'Follows an ended matter',
  'same-event': 'Same event, many affected',
} as const satisfies Same<typeof zh.linkReasons>;

export const sealGrounds = {
  'child-involved': 'A child is involved',
  'sexual-violence': 'Sexual violence',
  'state-staff-as-party': 'A party works for a state office',
  other: 'Other',
} as const satisfies Same<typeof zh.sealGrounds>;

export const recordFields = {
  kind: 'Kind',
  regionCode: 'Where it happened',
  subject: 'Subject',
  story: 'What happened',
  request: 'Request',
  needs: 'Needs',
  happenedOn: 'When it happened',
  partyKind: 'Kind of party',
  name: 'Name',
  phone: 'Phone',
  residentId: 'Resident ID',
  creditCode: 'Credit code',
  address: 'Address',
  note: 'Note',
  email: 'E-mail',
  toldBy: 'How they are told',
  party: 'Party added',
} as const satisfies Same<typeof zh.recordFields>;

export const correction = {
  arrow: '{from} → {to}',
  none: '(none)',
  ofParty: '{field} ({seat})',
} as const satisfies Same<typeof zh.correction>;
