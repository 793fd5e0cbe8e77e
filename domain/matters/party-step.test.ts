import { describe, expect, it } from 'vitest';
import type { Matter } from './matter.ts';
import { allowedPartyActions, takePartyStep } from './take-step.ts';
import { type Seat, type Status, seats, statuses } from './vocabulary.ts';

const matter = (status: Status, isHistory = false): Matter => ({
  status,
  version: 1,
  leadUnitId: 'centre',
  holderUnitId: 'centre',
  handlingUnitId: null,
  handlerUserId: null,
  offeredToCentre: false,
  returns: 0,
  outcome: null,
  isAnonymous: false,
  notReachedOn: [],
  isSampled: false,
  isReopeningAsked: false,
  tasks: [],
  mergedInto: null,
  runs: [],
  chosenProcedure: null,
  refusedProcedures: [],
  isPaused: false,
  isChangeAsked: false,
  transfers: 0,
  returnedTimes: 0,
  suspendedOn: null,
  resumeBy: null,
  sealGround: null,
  isLinked: false,
  isHistory,
});
const party = (seat: Seat) => ({ partyId: 'party', seat });

describe('a party at their own matter', () => {
  it.each([
    ['registered', 'applicant', ['add-information', 'take-back', 'choose-telling']],
    ['registered', 'respondent', ['add-information', 'choose-telling']],
    ['handling', 'representative', ['add-information', 'take-back', 'choose-telling']],
    ['resolved', 'applicant', ['add-information', 'choose-telling']],
    ['answered', 'applicant', ['add-information', 'rate', 'choose-telling']],
    ['closed', 'applicant', ['ask-reopening', 'rate']],
    ['closed', 'respondent', []],
    ['declined', 'applicant', ['ask-reopening']],
  ] as const)('at %s the %s may %j', (status, seat, actions) => {
    expect(allowedPartyActions(matter(status), party(seat))).toEqual(actions);
  });

  it('ends the matter by taking it back, and moves nothing otherwise', () => {
    expect(takePartyStep(matter('offered'), party('applicant'), 'take-back')).toEqual({
      ok: true,
      change: { status: 'closed', outcome: 'withdrawn' },
    });
    expect(takePartyStep(matter('offered'), party('applicant'), 'add-information')).toEqual({
      ok: true,
      change: { status: 'offered' },
    });
  });

  it('is told whether it is the seat or the state that forbids it', () => {
    expect(takePartyStep(matter('offered'), party('respondent'), 'take-back')).toEqual({
      ok: false,
      refusal: 'not-your-seat',
    });
    expect(takePartyStep(matter('answered'), party('applicant'), 'take-back')).toEqual({
      ok: false,
      refusal: 'wrong-state',
    });
  });

  it('can do nothing to history that was brought in', () => {
    for (const status of statuses) {
      for (const seat of seats) expect(allowedPartyActions(matter(status, true), party(seat))).toEqual([]);
    }
  });
});
