import { correct, type OnRecord } from '#domain/matters/correction.ts';
import type { Need } from '#domain/matters/vocabulary.ts';
import { refuse } from '#server/app/refusal.ts';
import { fieldReason } from '#server/app/validation.ts';
import { searchTerms } from '#server/features/search/public.ts';
import { openParty } from '../../present/parties.presenter.ts';
import { happenedOnIn } from '../../present/registration.ts';
import { openMatterSeal, type SealedEvent, sealedPart } from '../../sealing.ts';
import { wrappedKeyOf } from '../change-matter.ts';
import { wholeParties } from '../merging/bring-along.queries.ts';
import type { MatterUseCase } from '../use-case.ts';
import {
  registrationEvents,
  writeCorrectedMatter,
  writeCorrectedParties,
} from './correct-registration.queries.ts';

/** 更正: what was registered wrongly is put right by an event that keeps the old value beside the new one. */
export const correctRegistration: MatterUseCase<'correct'> = {
  action: 'correct',
  async plan({ version: _version, reason, ...told }, context) {
    const { services, trx, actor, matter, language } = context;
    const { cityCode } = actor;
    const seal = openMatterSeal(services.keys, matter.id, matter.leadUnitId, wrappedKeyOf(matter));
    const rows = await wholeParties(trx, cityCode, matter.id);
    const events = await registrationEvents(trx, cityCode, matter.id);
    const on: OnRecord = {
      ...matter,
      needs: matter.needs as Need[],
      happenedOn: happenedOnIn(
        events.map(({ version, type, sealed }) => ({
          type,
          sealed: sealed === null ? null : seal.open<SealedEvent>('event', version, sealed),
        })),
      ),
      parties: rows.map((row) => openParty(row as Parameters<typeof openParty>[0], seal)),
    };
    const result = correct(on, told, {
      isKind: (code) => services.pack.kinds.has(code),
      isRegion: (code) => services.pack.regions.has(code),
      areaCode: services.pack.city.areaCode,
    });
    if (!result.ok) {
      if ('refusal' in result) refuse(422, result.refusal);
      const errors = result.faults.map(({ field, reason: why }) => ({
        field,
        reason: fieldReason(why, language),
      }));
      refuse(422, 'invalid-input', { errors });
    }
    const { record, changedParties, addedParties, corrections } = result;
    const added = addedParties.map((party) => ({ ...party, id: services.newId() }));
    const changed = new Map(changedParties.map((party) => [party.id, party]));
    const all = [...on.parties.map((party) => changed.get(party.id) ?? party), ...added];
    const isAnonymous = all.every(({ seat, kind }) => seat !== 'applicant' || kind === 'anonymous');
    const corrected = {
      kind: record.kind,
      regionCode: record.regionCode,
      subject: record.subject,
      story: record.story,
      request: record.request,
      needs: [...record.needs],
      isAnonymous,
      partyCount: all.length,
    };
    const isTextChanged = corrections.some(({ field }) => field === 'subject' || field === 'story');
    const termsOf = (text: { subject: string; story: string }) =>
      searchTerms(`${text.subject}\n${text.story}`);
    return {
      command: { action: 'correct' },
      // Which fields, and of kind and place also what: counts by kind and place are made from the events.
      data: {
        fields: [...new Set(corrections.map(({ field }) => field))],
        ...(all.length !== matter.partyCount && { partyCount: all.length }),
        ...(record.kind !== matter.kind && { kind: { from: matter.kind, to: record.kind } }),
        ...(record.regionCode !== matter.regionCode && {
          regionCode: { from: matter.regionCode, to: record.regionCode },
        }),
      },
      sealed: {
        text: reason,
        corrections,
        ...(record.happenedOn !== on.happenedOn && { facts: { happenedOn: record.happenedOn ?? '' } }),
      },
      record: corrected,
      isPartyChanged: changed.size + added.length > 0,
      write: async () => {
        const terms = isTextChanged ? { gone: termsOf(matter), come: termsOf(corrected) } : null;
        await writeCorrectedMatter(trx, cityCode, matter.id, corrected, terms);
        await writeCorrectedParties(trx, cityCode, matter, {
          changed: changedParties.map((party) => ({
            id: party.id,
            kind: party.kind,
            sealed: seal.seal('party', party.id, sealedPart(party)),
            toldBy: party.toldBy ?? 'none',
          })),
          added: added.map((party) => ({
            id: party.id,
            seat: party.seat,
            kind: party.kind,
            sealed: seal.seal('party', party.id, sealedPart(party)),
            toldBy: party.toldBy ?? 'none',
            toldLanguage: party.toldLanguage ?? 'zh',
          })),
        });
      },
    };
  },
};
