import { describe, expect, it } from 'vitest';
import {
  ruledEvents,
  type SeenEvent,
  type Sight,
  seesPaper,
  seesStory,
  sightOf,
  type Viewer,
} from './seat-view.ts';
import { actions, partyActions, type Seat, seats } from './vocabulary.ts';

const viewer = (seat: Seat, more: Partial<Viewer> = {}): Viewer => ({
  partyId: `the-${seat}`,
  seat,
  isOneApplicant: true,
  ...more,
});
const event = (type: string, more: Partial<SeenEvent> = {}): SeenEvent => ({
  type,
  byPartyId: null,
  bySeat: null,
  seats: [],
  partyIds: [],
  isInConfidence: false,
  ...more,
});
const by = (seat: Seat, partyId = `the-${seat}`) => ({ byPartyId: partyId, bySeat: seat });

describe('what each seat sees', () => {
  it.each<[string, Partial<SeenEvent>, Sight, Sight, Sight]>([
    // type, what is special, applicant, respondent, representative
    ['register', {}, 'that', 'that', 'that'],
    ['accept', {}, 'that', 'that', 'that'],
    ['decline', {}, 'words', 'that', 'words'],
    ['route', {}, 'that', 'that', 'that'],
    ['return-hand-over', {}, 'that', 'nothing', 'that'],
    ['assign', {}, 'nothing', 'nothing', 'nothing'],
    ['log-step', {}, 'nothing', 'nothing', 'nothing'],
    ['review-safety', {}, 'nothing', 'nothing', 'nothing'],
    ['record-outcome', {}, 'facts', 'facts', 'facts'],
    ['answer', {}, 'words', 'that', 'words'],
    ['call-back', {}, 'that', 'nothing', 'that'],
    ['close', {}, 'that', 'that', 'that'],
    ['close-not-reached', {}, 'that', 'nothing', 'that'],
    ['review-closing', {}, 'nothing', 'nothing', 'nothing'],
    ['reopen', {}, 'that', 'that', 'that'],
    ['decline-reopening', {}, 'words', 'nothing', 'words'],
    ['write-to-parties', { seats: ['respondent'] }, 'nothing', 'words', 'nothing'],
    ['write-to-parties', { seats: ['applicant'] }, 'words', 'nothing', 'words'],
    ['write-to-parties', { seats: ['representative'] }, 'nothing', 'nothing', 'words'],
    ['write-to-parties', { partyIds: ['the-applicant'] }, 'words', 'nothing', 'nothing'],
    ['re-issue-secret', { seats: ['applicant'], partyIds: ['the-applicant'] }, 'words', 'nothing', 'nothing'],
    ['re-issue-secret', { seats: ['respondent'], partyIds: ['another'] }, 'nothing', 'nothing', 'nothing'],
    ['add-paper', {}, 'nothing', 'nothing', 'nothing'],
    ['add-paper', { seats: ['respondent'] }, 'nothing', 'that', 'nothing'],
    ['add-paper', { seats: ['applicant'] }, 'that', 'nothing', 'that'],
    ['add-information', by('applicant'), 'words', 'nothing', 'words'],
    ['add-information', { ...by('applicant'), isInConfidence: true }, 'words', 'nothing', 'nothing'],
    ['add-information', by('respondent'), 'nothing', 'words', 'nothing'],
    ['add-information', by('respondent', 'another'), 'nothing', 'nothing', 'nothing'],
    ['add-information', by('representative'), 'nothing', 'nothing', 'words'],
    ['add-information', by('applicant', 'another'), 'nothing', 'nothing', 'words'],
    ['take-back', by('applicant'), 'words', 'nothing', 'words'],
    ['take-back', by('representative'), 'that', 'nothing', 'words'],
    ['ask-reopening', by('applicant'), 'words', 'nothing', 'words'],
    ['rate', by('applicant'), 'words', 'nothing', 'nothing'],
    ['choose-telling', by('applicant'), 'words', 'nothing', 'nothing'],
    ['recount', {}, 'that', 'that', 'that'],
    ['hand-over-work', {}, 'nothing', 'nothing', 'nothing'],
    ['something-nobody-thought-of', {}, 'nothing', 'nothing', 'nothing'],
  ])('of %s %j', (type, more, ...sights) => {
    const seen = (['applicant', 'respondent', 'representative'] as const).map((seat) =>
      sightOf(viewer(seat), event(type, more)),
    );
    expect(seen).toEqual(sights);
  });

  it('of several applicants none sees what another said, nor does a representative, whose whom nobody can tell', () => {
    const said = event('add-information', by('applicant', 'another'));
    expect(sightOf(viewer('applicant'), said)).toBe('nothing');
    expect(sightOf(viewer('representative', { isOneApplicant: false }), said)).toBe('nothing');
  });

  it('has a row for everything that can happen', () => {
    expect([...actions, ...partyActions].filter((action) => !ruledEvents.includes(action))).toEqual([]);
  });
});

describe('papers', () => {
  const paper = (more: object) => ({ ...by('applicant'), isInConfidence: false, forSeats: [], ...more });
  it.each([
    ['given by the applicant', {}, ['applicant', 'representative']],
    ['given in confidence', { isInConfidence: true }, ['applicant']],
    ['of the other side', by('respondent'), ['respondent']],
    ['of another respondent', by('respondent', 'another'), []],
    ['of the office', { byPartyId: null, bySeat: null }, []],
    ['for the respondent', { byPartyId: null, bySeat: null, forSeats: ['respondent'] }, ['respondent']],
    [
      'for the applicant',
      { byPartyId: null, bySeat: null, forSeats: ['applicant'] },
      ['applicant', 'representative'],
    ],
    [
      'from the other side, whatever it says of seats',
      { ...by('respondent'), forSeats: ['applicant'] },
      ['respondent'],
    ],
  ] as const)('%s', (_what, more, readers) => {
    expect(seats.filter((seat) => seesPaper(viewer(seat), paper(more)))).toEqual(readers);
  });
});

it('does not tell the story to the one it is about', () => {
  expect(seats.filter((seat) => seesStory({ seat }))).toEqual(['applicant', 'representative']);
});
