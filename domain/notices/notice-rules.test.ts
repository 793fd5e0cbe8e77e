import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/access/vocabulary.ts';
import {
  type Happening,
  type NoticeMatter,
  noticeKinds,
  noticeRules,
  noticesOf,
  settlesEarlier,
} from './notice-rules.ts';

const fresh: NoticeMatter = {
  status: 'registered',
  leadUnitId: 'centre',
  holderUnitId: 'centre',
  handlingUnitId: null,
  handlerUserId: null,
  danger: null,
  isSampled: false,
};
const handled: NoticeMatter = {
  ...fresh,
  status: 'handling',
  holderUnitId: 'housing',
  handlingUnitId: 'housing',
  handlerUserId: 'han',
};
const doer = (role: Role, unitId = 'centre', userId: string = role) => ({ role, unitId, userId });

/** What is told, as `kind > recipient`. */
function told(
  type: string,
  before: NoticeMatter | null,
  change: Partial<NoticeMatter>,
  who: Happening['doer'],
  data: Happening['data'] = {},
): string[] {
  const after = { ...(before ?? fresh), ...change };
  return noticesOf({ type, before, after, doer: who, data }).map(
    ({ kind, userId, role, unitId }) => `${kind} > ${userId ?? role} at ${unitId}`,
  );
}

describe('who hears of a step', () => {
  it.each<[string, string[], string[]]>([
    [
      'offered to a department: those who can take it there',
      told(
        'route',
        { ...fresh, status: 'accepted' },
        { status: 'offered', holderUnitId: 'housing' },
        doer('dispatcher'),
      ),
      ['offered > dispatcher at housing', 'offered > handler at housing', 'offered > mediator at housing'],
    ],
    [
      'returned: those who route, at the centre',
      told(
        'return-hand-over',
        { ...fresh, status: 'offered', holderUnitId: 'housing' },
        { status: 'accepted', holderUnitId: 'centre' },
        doer('handler', 'housing'),
      ),
      ['returned > dispatcher at centre'],
    ],
    [
      'returned twice: who decides above, and the supervisors of both',
      told(
        'return-hand-over',
        { ...fresh, status: 'offered', holderUnitId: 'housing' },
        { status: 'disputed', holderUnitId: 'upper' },
        doer('handler', 'housing'),
      ),
      [
        'disputed > dispatcher at upper',
        'disputed > supervisor at upper',
        'disputed > supervisor at centre',
        'disputed > dispatcher at centre',
      ],
    ],
    [
      'given to a colleague: both of them, and nobody else',
      told('assign', handled, { handlerUserId: 'mei' }, doer('supervisor', 'housing')),
      ['assigned > mei at housing', 'taken-over > han at housing'],
    ],
    [
      'taken over by oneself: nobody',
      told(
        'accept-hand-over',
        { ...handled, status: 'offered', handlerUserId: null },
        handled,
        doer('handler', 'housing', 'han'),
      ),
      [],
    ],
    [
      'accepted: nobody, since it stays with the same colleagues',
      told('accept', fresh, { status: 'accepted' }, doer('dispatcher')),
      [],
    ],
    [
      'answered: those who call back',
      told(
        'answer',
        { ...handled, status: 'resolved' },
        { status: 'answered', holderUnitId: 'centre' },
        doer('handler', 'housing', 'han'),
      ),
      ['answered > clerk at centre', 'answered > dispatcher at centre'],
    ],
    [
      'not satisfied: the handler alone',
      told('call-back', { ...handled, status: 'answered', holderUnitId: 'centre' }, handled, doer('clerk')),
      ['unsatisfied > han at housing'],
    ],
    [
      'somebody in danger: the supervisors, once, whatever else happened',
      told('review-safety', handled, { danger: 'violence-threatened' }, doer('clerk')),
      ['in-danger > supervisor at centre', 'in-danger > han at housing'],
    ],
    [
      'logged by another: the handler',
      told('log-step', handled, {}, doer('clerk')),
      ['noted > han at housing'],
    ],
    ['logged by the handler: nobody', told('log-step', handled, {}, doer('handler', 'housing', 'han')), []],
    [
      'brought from outside: those who accept',
      told('register', null, {}, null),
      ['brought > dispatcher at centre'],
    ],
    [
      'a party asks for reopening: the supervisor and the dispatchers',
      told('ask-reopening', { ...handled, status: 'closed', holderUnitId: 'centre' }, {}, null),
      ['reopening-asked > supervisor at centre', 'reopening-asked > dispatcher at centre'],
    ],
    [
      'a party adds information while nobody handles it: whoever has the turn',
      told('add-information', fresh, {}, null),
      ['information-added > dispatcher at centre'],
    ],
    [
      'another office is asked to help: its handlers',
      told('ask-assistance', handled, {}, doer('handler', 'housing', 'han'), { unitId: 'labour' }),
      ['assistance-asked > handler at labour', 'assistance-asked > mediator at labour'],
    ],
    [
      'a step without a rule of its own that moves it: whose turn it is there',
      told(
        'escalate',
        { ...fresh, status: 'accepted' },
        { holderUnitId: 'upper', leadUnitId: 'upper' },
        doer('dispatcher'),
      ),
      ['your-turn > dispatcher at upper'],
    ],
  ])('%s', (_name, found, expected) => {
    expect(found.sort()).toEqual([...expected].sort());
  });

  it('never tells whoever did it, and nobody twice, whatever happens', () => {
    for (const type of [...noticeRules.flatMap(({ of }) => (of === 'any' ? [] : of)), 'anything']) {
      const after = { ...handled, status: 'answered' as const, danger: 'no-shelter', isSampled: true };
      const notices = noticesOf({
        type,
        before: fresh,
        after,
        doer: doer('handler', 'housing', 'han'),
        data: {},
      });
      expect(notices.filter(({ userId }) => userId === 'han')).toEqual([]);
      expect(new Set(notices.map((one) => `${one.unitId} ${one.userId} ${one.role}`)).size).toBe(
        notices.length,
      );
    }
  });
});

describe('a graver colour', () => {
  const raised = { level: 'red', upperCentreId: 'upper', isByTime: false } as const;
  const hear = (more: Partial<Happening>) =>
    noticesOf({
      type: 'log-step',
      before: handled,
      after: handled,
      doer: null,
      data: {},
      raised,
      ...more,
    }).map(
      ({ kind, userId, role, unitId, level, byUserId }) =>
        `${kind} ${level} > ${userId ?? role} at ${unitId}${byUserId === null ? '' : `, not ${byUserId}`}`,
    );

  it('is told to the handler, the supervisors of the leading centre, and those above where it goes there', () => {
    expect(hear({ type: 'time' })).toEqual([
      'level-raised red > han at housing',
      'level-raised red > supervisor at centre',
      'level-raised red > supervisor at upper',
    ]);
    expect(hear({ type: 'time', raised: { ...raised, level: 'orange', upperCentreId: null } })).toEqual([
      'level-raised orange > han at housing',
      'level-raised orange > supervisor at centre',
    ]);
    expect(hear({ type: 'time', raised: null })).toEqual([]);
  });

  it('is told to whose turn it is where nobody handles it yet', () => {
    const after = { ...fresh, status: 'accepted' } as const;
    expect(hear({ type: 'time', before: after, after })).toContain('level-raised red > dispatcher at centre');
  });

  it('is added to what somebody hears anyway, and stands for itself for the others', () => {
    const after = { ...handled, danger: 'violence-threatened' };
    expect(hear({ type: 'review-safety', after })).toEqual([
      'in-danger red > supervisor at centre',
      'in-danger red > han at housing',
      'level-raised red > supervisor at upper',
    ]);
  });

  it('is no news to whoever did it, but is where time did it', () => {
    const who = doer('handler', 'housing', 'han');
    expect(hear({ doer: who })).toEqual([
      'level-raised red > supervisor at centre, not han',
      'level-raised red > supervisor at upper, not han',
    ]);
    expect(hear({ doer: who, raised: { ...raised, isByTime: true } })).toContain(
      'level-raised red > han at housing',
    );
  });
});

it('every kind is told by some rule', () => {
  const used = new Set(noticeRules.map(({ kind }) => kind));
  expect(noticeKinds.filter((kind) => !used.has(kind))).toEqual([]);
});

it.each([
  ['log-step', {}, false],
  ['review-safety', { danger: 'no-shelter' }, false],
  ['record-outcome', { status: 'resolved' as const }, true],
  ['assign', { handlerUserId: 'mei' }, true],
])('whether %s ends what was awaited before', (type, change, expected) => {
  const happening: Happening = {
    type,
    before: handled,
    after: { ...handled, ...change },
    doer: null,
    data: {},
  };
  expect(settlesEarlier(happening)).toBe(expected);
});
