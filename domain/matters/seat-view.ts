import type { Action, PartyAction, Seat } from './vocabulary.ts';

/** What a party sees of something that happened: nothing; that it happened; its open facts, too; its words, too. */
export const sights = ['nothing', 'that', 'facts', 'words'] as const;
export type Sight = (typeof sights)[number];

/** A party who looks at their own matter. */
export type Viewer = {
  readonly partyId: string;
  readonly seat: Seat;
  /** Two applicants need not know each other; of one alone it is clear whom a representative stands for. */
  readonly isOneApplicant: boolean;
};

/** As much of an event as decides who may see it. */
export type SeenEvent = {
  readonly type: string;
  /** The party who did it; none where the office did. */
  readonly byPartyId: string | null;
  readonly bySeat: Seat | null;
  /** To whom it is said: everybody at these seats, and these parties. */
  readonly seats: readonly Seat[];
  readonly partyIds: readonly string[];
  readonly isInConfidence: boolean;
};

/**
 * - a pair of sights: of the applicant's side (applicant, representative) and of the respondent;
 * - `addressed`: its words for those to whom it was written, nothing for others;
 * - `given`: that papers were given, for those to whom they were;
 * - `own`: its words for the party who did it;
 * - `of-the-side`: the same, and that it happened for the applicant's side;
 * - `hidden`: for the office alone.
 */
type Rule = readonly [Sight, Sight] | 'addressed' | 'given' | 'own' | 'of-the-side' | 'hidden';

const stage: Rule = ['that', 'that'];
const side: Rule = ['that', 'nothing'];

/**
 * One row for each kind of event. What one side said in confidence the other never sees (人民调解法 15(4), 信访工作条例
 * 30): the respondent learns the stage, what is written to them, and the remedies that the law wants both told (人民调解法
 * 26). Nobody sees the safety flag, notes for the file, call-back notes. A kind without a row is hidden.
 */
const rules: Readonly<
  Partial<Record<Action | PartyAction | 'register' | 'recount' | 'hand-over-work', Rule>>
> = {
  register: stage,
  accept: stage,
  decline: ['words', 'that'],
  withdraw: stage,
  route: stage,
  'accept-hand-over': stage,
  'return-hand-over': side,
  decide: stage,
  assign: 'hidden',
  'log-step': 'hidden',
  'add-paper': 'given',
  'review-safety': 'hidden',
  'record-outcome': ['facts', 'facts'],
  answer: ['words', 'that'],
  'call-back': side,
  'ask-upper-call-back': side,
  close: stage,
  'close-not-reached': side,
  'review-closing': 'hidden',
  reopen: stage,
  'decline-reopening': ['words', 'nothing'],
  'write-to-parties': 'addressed',
  're-issue-secret': 'addressed',
  suspend: stage,
  resume: stage,
  transfer: stage,
  escalate: stage,
  correct: side,
  link: 'hidden',
  unlink: 'hidden',
  seal: 'hidden',
  unseal: 'hidden',
  'ask-assistance': side,
  'answer-task': 'hidden',
  'return-task': 'hidden',
  'waive-task': 'hidden',
  merge: stage,
  // Which lawful procedure it is in, and until when, both sides know; what was said of it, the applicant's side.
  'choose-procedure': ['facts', 'nothing'],
  'start-procedure': ['facts', 'facts'],
  'note-procedure': ['facts', 'facts'],
  'end-procedure': ['words', 'facts'],
  'ask-clock-change': 'hidden',
  // 信访工作条例 34: the reasons of an extension are told to the person.
  'decide-clock-change': ['words', 'that'],
  'end-pause': ['facts', 'that'],
  // That a day is reckoned again for new holidays is nobody's doing; the day itself stands among the limits.
  recount: stage,
  split: side,
  'add-information': 'own',
  'take-back': 'of-the-side',
  'ask-reopening': 'of-the-side',
  rate: 'own',
  'choose-telling': 'own',
  'hand-over-work': 'hidden',
};

/** The kinds of event that have a row: a test wants every action to have one. */
export const ruledEvents: readonly string[] = Object.keys(rules);

/** What this party sees of this event. */
export function sightOf(viewer: Viewer, event: SeenEvent): Sight {
  const rule: Rule = (rules as Readonly<Record<string, Rule>>)[event.type] ?? 'hidden';
  const isOwn = event.byPartyId !== null && event.byPartyId === viewer.partyId;
  switch (rule) {
    case 'hidden':
      return 'nothing';
    case 'own':
      return isOwn || standsFor(viewer, event) ? 'words' : 'nothing';
    case 'of-the-side':
      if (isOwn || standsFor(viewer, event)) return 'words';
      return viewer.seat === 'respondent' ? 'nothing' : 'that';
    case 'addressed':
      return isAddressed(viewer, event) ? 'words' : 'nothing';
    case 'given':
      return isMeantFor(viewer, event.seats) ? 'that' : 'nothing';
    default:
      return viewer.seat === 'respondent' ? rule[1] : rule[0];
  }
}

/** A representative sees what the applicant says, unless it was said in confidence, and only where it is clear whose it is. */
function standsFor(viewer: Viewer, event: Pick<SeenEvent, 'type' | 'bySeat' | 'isInConfidence'>): boolean {
  return (
    viewer.seat === 'representative' &&
    event.bySeat === 'applicant' &&
    viewer.isOneApplicant &&
    !event.isInConfidence &&
    // How they rate it and how they want to be told is their own affair.
    !['rate', 'choose-telling'].includes(event.type)
  );
}

/** A secret is one party's own affair, though its event names the seat for the office. */
function isAddressed(viewer: Viewer, { type, seats, partyIds }: SeenEvent): boolean {
  if (partyIds.includes(viewer.partyId)) return true;
  return type !== 're-issue-secret' && isMeantFor(viewer, seats);
}

function isMeantFor({ seat }: Viewer, seats: readonly Seat[]): boolean {
  return seats.includes(seat) || (seat === 'representative' && seats.includes('applicant'));
}

export type SeenPaper = Pick<SeenEvent, 'byPartyId' | 'bySeat' | 'isInConfidence'> & {
  readonly forSeats: readonly Seat[];
};

/** Whether this party may read this paper: their own, one meant for their seat, or one of whom they stand for. */
export function seesPaper(viewer: Viewer, paper: SeenPaper): boolean {
  if (paper.byPartyId !== null) {
    return paper.byPartyId === viewer.partyId || standsFor(viewer, { ...paper, type: 'add-information' });
  }
  return isMeantFor(viewer, paper.forSeats);
}

/** Whether this party may read the story and the request: whoever brought the matter, and nobody whom it concerns. */
export function seesStory({ seat }: Pick<Viewer, 'seat'>): boolean {
  return seat !== 'respondent';
}
