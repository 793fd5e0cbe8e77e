import type { Language } from '#contract/language/language.ts';
import type { RegisterMatterBody } from '#contract/matters/register-matter.ts';
import type { FormValues } from '../form.ts';
import { needsIn, one, readDay, regionOf } from './questions.ts';

type PartyBody = RegisterMatterBody['parties'][number];

/** The answers as a registration: nothing that was not asked for, nothing that was left empty. */
export function registrationBody(answers: FormValues, language: Language): RegisterMatterBody {
  const day = readDay(one(answers, 'happenedOn'));
  const subject = one(answers, 'subject');
  const request = one(answers, 'request');
  return {
    channel: 'web',
    kind: one(answers, 'kind'),
    regionCode: regionOf(answers),
    story: one(answers, 'story'),
    ...(subject !== '' && { subject }),
    ...(request !== '' && { request }),
    ...(day !== null && { happenedOn: day.toString() }),
    needs: needsIn(answers),
    parties: [...ownSide(answers, language), ...otherSide(answers)],
  };
}

/** The seat of whoever sits at the browser. */
export function ownSeat(answers: FormValues): 'applicant' | 'representative' {
  return one(answers, 'who') === 'other' ? 'representative' : 'applicant';
}

function ownSide(answers: FormValues, language: Language): PartyBody[] {
  if (one(answers, 'who') === 'anonymous') return [{ seat: 'applicant', kind: 'anonymous' }];
  const by = one(answers, 'toldBy');
  const phone = one(answers, 'phone');
  const own: PartyBody = {
    seat: ownSeat(answers),
    kind: one(answers, 'partyKind') === 'organisation' ? 'organisation' : 'person',
    name: one(answers, 'name'),
    ...(phone !== '' && { phone }),
    // An address that nobody is to write to is not kept.
    ...(by === 'mail' && { email: one(answers, 'email') }),
    toldBy: by === 'sms' || by === 'mail' ? by : 'none',
    toldLanguage: language,
  };
  if (own.seat === 'applicant') return [own];
  return [{ seat: 'applicant', kind: 'person', name: one(answers, 'represented') }, own];
}

/** Of the other side the name, if it is known, and nothing else. */
function otherSide(answers: FormValues): PartyBody[] {
  const kind = one(answers, 'otherKind');
  const name = one(answers, 'otherName');
  if (name === '' || (kind !== 'person' && kind !== 'organisation')) return [];
  return [{ seat: 'respondent', kind, name }];
}
