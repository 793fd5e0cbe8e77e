import type { Role } from '#domain/access/vocabulary.ts';
import type { Level } from '#domain/levels/vocabulary.ts';
import { handlersOwnStatuses, statusesWaitingFor } from '#domain/matters/queue.ts';
import type { Status } from '#domain/matters/vocabulary.ts';

/** What a colleague can be told of. A notice is one of these, the matter's code and a colour that it came to have. */
export const noticeKinds = [
  'brought',
  'in-danger',
  'disputed',
  'returned',
  'offered',
  'decided',
  'assigned',
  'taken-over',
  'answered',
  'call-back-asked',
  'unsatisfied',
  'called-back',
  'closed',
  'drawn',
  'objected',
  'reopened',
  'reopening-asked',
  'information-added',
  'taken-back',
  'noted',
  'assistance-asked',
  'task-answered',
  'task-returned',
  'task-waived',
  'clock-change-asked',
  'clock-change-decided',
  'procedure-noted',
  'recounted',
  'level-raised',
  'your-turn',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Whom a rule means, as the matter stands after the step. */
type Whom =
  | 'handler'
  /** The handler, or while there is none whoever's turn it is. */
  | 'handler-or-turn'
  | 'handler-before'
  /** The roles of the holding office for which it now waits; while somebody handles it, that colleague alone. */
  | 'whose-turn'
  | 'dispatchers-of-lead'
  | 'supervisors-of-lead'
  | 'supervisors-of-holder'
  /** Those of the centre above, where the colour is one that the city has go there. */
  | 'supervisors-above'
  /** The handlers of the office that the event names. */
  | 'office-named';

type When = 'danger-set' | 'drawn' | 'handler-moved' | 'turn-moved' | 'level-raised';

export type NoticeRule = {
  readonly of: readonly string[] | 'any';
  readonly to?: Status;
  readonly when?: When;
  readonly kind: NoticeKind;
  readonly whom: readonly Whom[];
};

/**
 * The one table of who hears of what: the event's type, the status that it led to, and what else it did. Of the rules
 * that fit, the first to name somebody counts for them; one that tells of a graver colour adds it to what they hear
 * anyway. Whoever did it hears nothing, unless it is the time that did it.
 */
export const noticeRules: readonly NoticeRule[] = [
  { of: 'any', when: 'danger-set', kind: 'in-danger', whom: ['supervisors-of-lead', 'handler'] },
  { of: ['register'], kind: 'brought', whom: ['whose-turn'] },
  {
    of: ['return-hand-over'],
    to: 'disputed',
    kind: 'disputed',
    whom: ['whose-turn', 'supervisors-of-holder', 'supervisors-of-lead', 'dispatchers-of-lead'],
  },
  { of: ['return-hand-over'], kind: 'returned', whom: ['whose-turn'] },
  { of: ['route'], kind: 'offered', whom: ['whose-turn'] },
  { of: ['decide'], kind: 'decided', whom: ['whose-turn', 'dispatchers-of-lead'] },
  { of: 'any', when: 'handler-moved', kind: 'assigned', whom: ['handler'] },
  { of: ['assign'], kind: 'taken-over', whom: ['handler-before'] },
  { of: ['answer'], kind: 'answered', whom: ['whose-turn'] },
  { of: ['ask-upper-call-back'], kind: 'call-back-asked', whom: ['whose-turn'] },
  { of: ['call-back'], to: 'handling', kind: 'unsatisfied', whom: ['whose-turn'] },
  { of: ['call-back'], to: 'called-back', kind: 'called-back', whom: ['whose-turn'] },
  { of: ['close-not-reached'], when: 'drawn', kind: 'drawn', whom: ['supervisors-of-lead'] },
  { of: ['close', 'close-not-reached', 'merge'], kind: 'closed', whom: ['handler'] },
  { of: ['review-closing'], to: 'answered', kind: 'objected', whom: ['whose-turn', 'handler'] },
  { of: ['reopen'], kind: 'reopened', whom: ['whose-turn', 'handler-before'] },
  { of: ['ask-reopening'], kind: 'reopening-asked', whom: ['supervisors-of-lead', 'dispatchers-of-lead'] },
  { of: ['add-information'], kind: 'information-added', whom: ['handler-or-turn'] },
  { of: ['take-back', 'withdraw'], kind: 'taken-back', whom: ['handler', 'dispatchers-of-lead'] },
  { of: ['ask-assistance'], kind: 'assistance-asked', whom: ['office-named'] },
  { of: ['answer-task'], kind: 'task-answered', whom: ['handler-or-turn'] },
  { of: ['return-task'], kind: 'task-returned', whom: ['handler-or-turn'] },
  { of: ['waive-task'], kind: 'task-waived', whom: ['handler', 'office-named'] },
  {
    of: ['ask-clock-change'],
    kind: 'clock-change-asked',
    whom: ['supervisors-of-lead', 'dispatchers-of-lead'],
  },
  { of: ['decide-clock-change'], kind: 'clock-change-decided', whom: ['handler-or-turn'] },
  {
    of: ['start-procedure', 'note-procedure', 'end-procedure', 'end-pause'],
    kind: 'procedure-noted',
    whom: ['handler'],
  },
  { of: ['log-step', 'add-paper', 'absorb', 'split'], kind: 'noted', whom: ['handler'] },
  { of: ['recount'], kind: 'recounted', whom: ['handler-or-turn'] },
  // Whatever else puts the matter into another office's hands.
  { of: 'any', when: 'turn-moved', kind: 'your-turn', whom: ['whose-turn'] },
  {
    of: 'any',
    when: 'level-raised',
    kind: 'level-raised',
    whom: ['handler-or-turn', 'supervisors-of-lead', 'supervisors-above'],
  },
];

/** Kinds that tell of something that is over as soon as the matter moves on. The others stay until they are read. */
const kindsAwaitingAStep: readonly NoticeKind[] = [
  'brought',
  'disputed',
  'returned',
  'offered',
  'decided',
  'answered',
  'call-back-asked',
  'unsatisfied',
  'called-back',
  'drawn',
  'objected',
  'reopened',
  'reopening-asked',
  'your-turn',
];

export function awaitsStep(kind: NoticeKind): boolean {
  return kindsAwaitingAStep.includes(kind);
}

/** What the rules need of a matter, before and after. */
export type NoticeMatter = {
  readonly status: Status;
  readonly leadUnitId: string;
  readonly holderUnitId: string;
  readonly handlingUnitId: string | null;
  readonly handlerUserId: string | null;
  readonly danger: string | null;
  readonly isSampled: boolean;
};

export type Happening = {
  readonly type: string;
  /** The clear facts of the event. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Null where it has just been registered. */
  readonly before: NoticeMatter | null;
  readonly after: NoticeMatter;
  /** Null where a party did it, or nobody. */
  readonly doer: { readonly userId: string; readonly unitId: string; readonly role: Role } | null;
  /** The matter's colour is graver now. */
  readonly raised?: RaisedLevel | null;
};

export type RaisedLevel = {
  readonly level: Level;
  /** The centre above, where a colour like this goes there. */
  readonly upperCentreId: string | null;
  /** By the passing of time, and not by what somebody did. */
  readonly isByTime: boolean;
};

/** One colleague at their office, or everybody there in a role. */
export type Recipient = { readonly unitId: string } & (
  | { readonly userId: string; readonly role: null }
  | { readonly userId: null; readonly role: Role }
);
export type Notice = Recipient & {
  readonly kind: NoticeKind;
  readonly awaitsStep: boolean;
  /** The colour that the matter came to have, for those who answer for it. */
  readonly level: Level | null;
  /** Who hears nothing of it though it goes to their role: it was their own doing. */
  readonly byUserId: string | null;
};

/** Who hears of what has happened, each once. */
export function noticesOf(happening: Happening): Notice[] {
  const notices = new Map<string, Notice>();
  for (const rule of noticeRules) {
    if (!fits(rule, happening)) continue;
    const { kind } = rule;
    const level = kind === 'level-raised' ? (happening.raised?.level ?? null) : null;
    const doer = level !== null && happening.raised?.isByTime === true ? null : happening.doer;
    for (const recipient of rule.whom.flatMap((whom) => recipientsOf(whom, { ...happening, doer }))) {
      if (recipient.userId !== null && recipient.userId === doer?.userId) continue;
      const name = `${recipient.unitId} ${recipient.userId ?? recipient.role}`;
      const heard = notices.get(name);
      if (heard === undefined) {
        const byUserId = doer?.userId ?? null;
        notices.set(name, { ...recipient, kind, awaitsStep: awaitsStep(kind), level, byUserId });
      } else if (level !== null) notices.set(name, { ...heard, level });
    }
  }
  return [...notices.values()];
}

/** Whether a step ends what was awaited before it: somebody else's turn, another stage, another handler. */
export function settlesEarlier({ type, before, after }: Happening): boolean {
  return (
    before !== null &&
    (before.status !== after.status ||
      before.holderUnitId !== after.holderUnitId ||
      before.handlerUserId !== after.handlerUserId ||
      before.isSampled !== after.isSampled ||
      type === 'decline-reopening')
  );
}

function fits({ of, to, when }: NoticeRule, happening: Happening): boolean {
  const { type, before, after } = happening;
  if (of !== 'any' && !of.includes(type)) return false;
  if (to !== undefined && after.status !== to) return false;
  switch (when) {
    case undefined:
      return true;
    case 'danger-set':
      return after.danger !== null && after.danger !== before?.danger;
    case 'drawn':
      return after.isSampled;
    case 'handler-moved':
      return after.handlerUserId !== null && after.handlerUserId !== before?.handlerUserId;
    case 'turn-moved':
      return before !== null && before.holderUnitId !== after.holderUnitId;
    case 'level-raised':
      return happening.raised != null;
  }
}

function recipientsOf(whom: Whom, happening: Happening): Recipient[] {
  const { before, after, data } = happening;
  const handlersUnit = after.handlingUnitId ?? after.holderUnitId;
  switch (whom) {
    case 'handler':
      return person(after.handlerUserId, handlersUnit);
    case 'handler-before':
      return before === null || before.handlerUserId === after.handlerUserId
        ? []
        : person(before.handlerUserId, before.handlingUnitId ?? before.holderUnitId);
    case 'handler-or-turn':
      return after.handlerUserId === null ? turnOf(happening) : person(after.handlerUserId, handlersUnit);
    case 'whose-turn':
      return turnOf(happening);
    case 'dispatchers-of-lead':
      return [everybody('dispatcher', after.leadUnitId)];
    case 'supervisors-of-lead':
      return [everybody('supervisor', after.leadUnitId)];
    case 'supervisors-of-holder':
      return [everybody('supervisor', after.holderUnitId)];
    case 'supervisors-above': {
      const upper = happening.raised?.upperCentreId ?? null;
      return upper === null ? [] : [everybody('supervisor', upper)];
    }
    case 'office-named':
      return typeof data.unitId === 'string'
        ? settling.map((role) => everybody(role, data.unitId as string))
        : [];
  }
}

const settling: readonly Role[] = ['handler', 'mediator'];
const inTurn: readonly Role[] = ['clerk', 'dispatcher', 'handler', 'mediator'];

/** Supervisors may do much, but it waits for them only where a rule says so. */
function turnOf({ before, after, doer }: Happening): Recipient[] {
  const { status, holderUnitId, handlerUserId } = after;
  const isWithHandler = handlerUserId !== null && handlersOwnStatuses.some((own) => own === status);
  if (isWithHandler) return person(handlerUserId, holderUnitId);
  return (
    inTurn
      .filter((role) => statusesWaitingFor(role).includes(status))
      // A turn that stays with the doer's own colleagues is no news to them.
      .filter(
        (role) =>
          doer?.unitId !== holderUnitId || doer.role !== role || before?.holderUnitId !== holderUnitId,
      )
      .map((role) => everybody(role, holderUnitId))
  );
}

function person(userId: string | null, unitId: string): Recipient[] {
  return userId === null ? [] : [{ unitId, userId, role: null }];
}

function everybody(role: Role, unitId: string): Recipient {
  return { unitId, userId: null, role };
}
