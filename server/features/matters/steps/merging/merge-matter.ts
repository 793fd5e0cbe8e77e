import { clocksCarried } from '#domain/matters/merge.ts';
import { stepOf } from '#domain/matters/transitions.ts';
import type { Seat } from '#domain/matters/vocabulary.ts';
import { dueFirst } from '#domain/roadmap/due-first.ts';
import { refuse } from '#server/app/refusal.ts';
import { todayOf } from '#server/app/today.ts';
import { refreshSearchKeys, searchTerms } from '#server/features/search/public.ts';
import { levelAfter } from '../../clocks/level-after.ts';
import type { MatterRecord } from '../../matter-record.ts';
import { lookUpHashes, type MatterSeal, openMatterSeal, type SealedParty } from '../../sealing.ts';
import { openedFacts } from '../after-step.ts';
import type { LockedMatter } from '../change-matter.queries.ts';
import { wrappedKeyOf } from '../change-matter.ts';
import { tell } from '../tell.ts';
import type { MatterUseCase, PlanContext } from '../use-case.ts';
import {
  joinClocks,
  joinParties,
  type WholeParty,
  wholePapers,
  wholeParties,
} from './bring-along.queries.ts';
import { bringPapers } from './bring-papers.ts';
import { openMerged, refreshMergedSearch, writeAbsorbed } from './merge-matter.queries.ts';
import { receivedOn } from './received-on.ts';

/** 并案: a dispute that came twice goes on as the one that came first. Its parties, papers and promised days go along. */
export const mergeMatter: MatterUseCase<'merge'> = {
  action: 'merge',
  others: ({ intoId }) => [intoId],
  async plan({ intoId: id, intoVersion, seats = [], reason }, context) {
    const { trx, actor, matter, others } = context;
    const intoId = id.toLowerCase();
    const isItself = intoId === matter.id;
    const into = isItself ? matter : others.get(intoId);
    if (into === undefined) refuse(422, 'into-not-found', { field: 'intoId' });
    if (!isItself && into.version !== intoVersion) refuse(409, 'into-changed', { field: 'intoVersion' });
    const parties = await wholeParties(trx, actor.cityCode, matter.id);
    const seated = new Map(seats.map(({ partyId, seat }) => [partyId, seat]));
    if ([...seated.keys()].some((id) => !parties.some((party) => party.id === id))) {
      refuse(422, 'unknown-party', { field: 'seats' });
    }
    return {
      command: {
        action: 'merge',
        into: {
          ...into,
          isItself,
          isLessSealed: matter.sealGround !== null && into.sealGround === null,
          lacksFlag: matter.danger !== null && into.danger === null,
          partyCount: into.partyCount + parties.length,
        },
      },
      data: { intoId, code: into.code },
      sealed: { text: reason },
      write: (_trx, seal) => absorb(context, into, parties, seated, seal, reason),
    };
  },
};

async function absorb(
  { services, trx, actor, matter }: PlanContext,
  into: LockedMatter,
  parties: readonly WholeParty[],
  seated: ReadonlyMap<string, Seat>,
  seal: MatterSeal,
  reason: string,
): Promise<void> {
  const { keys, clock, newId } = services;
  const { cityCode } = actor;
  const at = clock.now().toString();
  const intoSeal = openMatterSeal(keys, into.id, into.leadUnitId, wrappedKeyOf(into));
  const joining = parties.map((party) => {
    const told = party.sealed === null ? {} : seal.open<SealedParty>('party', party.id, party.sealed);
    return {
      ...party,
      seat: seated.get(party.id) ?? party.seat,
      sealed: party.sealed === null ? null : intoSeal.seal('party', party.id, told),
      ...lookUpHashes(keys, into.leadUnitId, told),
    };
  });
  await joinParties(trx, cityCode, into, joining);
  const papers = await wholePapers(trx, cityCode, matter.id);
  await bringPapers(
    services,
    trx,
    cityCode,
    { id: matter.id, seal },
    { id: into.id, seal: intoSeal },
    papers,
  );
  const carried = clocksCarried(matter.running, { step: stepOf(into.status), running: into.running });
  const clocks = carried.map((one) => ({ ...one, id: newId(), carriedFrom: matter.id }));
  await joinClocks(trx, cityCode, matter.id, into.id, clocks);
  await openMerged(trx, cityCode, matter.id, into.id, at);
  await refreshMergedSearch(trx, cityCode, into.id);
  await refreshSearchKeys(trx, cityCode, into.id, searchTerms(`${matter.subject}\n${matter.story}`));

  const isNamed = joining.some(({ seat, kind }) => seat === 'applicant' && kind !== 'anonymous');
  const running = [...into.running, ...clocks];
  const first = dueFirst(running);
  const changed: MatterRecord = {
    ...into,
    version: into.version + 1,
    partyCount: into.partyCount + joining.length,
    isAnonymous: into.isAnonymous && !isNamed,
    dueOn: first?.dueOn ?? into.dueOn,
    dueFrom: first?.startedOn ?? into.dueFrom,
  };
  const { nextLevelOn, raised } = levelAfter(
    services,
    { matter: into, running: into.running },
    { matter: changed, running },
    todayOf(services),
  );
  const after = { ...changed, nextLevelOn };
  const data = {
    matterId: matter.id,
    code: matter.code,
    partyIds: joining.map(({ id }) => id),
    partiesBrought: joining.length,
    papersBrought: papers.length,
    receivedOn: receivedOn(services, matter),
    ...(after.dueOn !== into.dueOn && { dueOn: after.dueOn }),
    ...(joining.length > 0 && { partyCount: after.partyCount }),
    ...(clocks.length > 0 && { opened: openedFacts(clocks) }),
  };
  const event = { id: newId(), type: 'absorb', data };
  const sealed = intoSeal.seal('event', after.version, { text: reason });
  await writeAbsorbed(trx, actor, { after, at, event: { ...event, sealed } });
  await tell(services, trx, { doer: actor, before: into, after, event, raised, isAnybodyTold: true });
}
