import type { RegisterMatterBody } from '#contract/matters/register-matter.ts';
import { clocksCarried } from '#domain/matters/merge.ts';
import { checkRegistration, type ToldParty } from '#domain/matters/registration.ts';
import { dueFirst } from '#domain/roadmap/due-first.ts';
import { refuse } from '#server/app/refusal.ts';
import { fieldReason } from '#server/app/validation.ts';
import { levelAtStart } from '../../clocks/level-after.ts';
import { type NewMatter, registrationOf } from '../../register/register-matter.queries.ts';
import { newMatter } from '../../register/register-matter.ts';
import { type MatterSeal, openMatterSeal, type SealedParty } from '../../sealing.ts';
import { acceptMatter } from '../actions/accept-matter.ts';
import { openedFacts } from '../after-step.ts';
import { lockMatter } from '../change-matter.queries.ts';
import { changeMatterIn, wrappedKeyOf } from '../change-matter.ts';
import { tell } from '../tell.ts';
import type { MatterUseCase, PlanContext } from '../use-case.ts';
import {
  joinClocks,
  type WholePaper,
  type WholeParty,
  wholePapers,
  wholeParties,
} from './bring-along.queries.ts';
import { bringPapers } from './bring-papers.ts';
import { receivedOn } from './received-on.ts';

/**
 * 分案: what turns out to be two disputes goes on as two. The other one has its own code, parties' secrets and course;
 * the days already used stay used: the limits that run go on in both.
 */
export const splitMatter: MatterUseCase<'split'> = {
  action: 'split',
  async plan({ kind, subject, story, request, partyIds, paperIds = [], reason }, context) {
    const { services, trx, actor, matter, language } = context;
    const seal = openMatterSeal(services.keys, matter.id, matter.leadUnitId, wrappedKeyOf(matter));
    const all = await wholeParties(trx, actor.cityCode, matter.id);
    const chosen = all.filter(({ id }) => partyIds.includes(id));
    if (chosen.length < partyIds.length) refuse(422, 'unknown-party', { field: 'partyIds' });
    const papers = (await wholePapers(trx, actor.cityCode, matter.id)).filter(({ id }) =>
      paperIds.includes(id),
    );
    if (papers.length < paperIds.length) refuse(422, 'unknown-paper', { field: 'paperIds' });

    const { channel, regionCode, needs } = matter;
    const told = chosen.map((party) => toldAnew(party, seal));
    const body = {
      channel,
      kind,
      regionCode,
      subject,
      story,
      request,
      needs,
      parties: told,
    } as RegisterMatterBody;
    const checked = checkRegistration(body, {
      isKind: (code) => services.pack.kinds.has(code),
      isRegion: () => true,
      areaCode: services.pack.city.areaCode,
    });
    if (!checked.ok) {
      const errors = checked.faults.map(({ field, reason: fault }) => ({
        field: field.startsWith('parties') ? 'partyIds' : field,
        reason: fieldReason(fault, language),
      }));
      refuse(422, 'invalid-input', { errors });
    }
    const { matter: made, parties } = newMatter(services, actor, body, checked.parties);
    const renamed = new Map(chosen.map(({ id }, index) => [id, parties[index]?.id ?? null]));
    return {
      command: { action: 'split' },
      data: { matterId: made.id, code: made.code },
      sealed: { text: reason },
      made: { id: made.id, code: made.code },
      write: async () => {
        await registerSplit(context, made);
        await bringPapers(
          services,
          trx,
          actor.cityCode,
          { id: matter.id, seal },
          { id: made.id, seal: openMatterSeal(services.keys, made.id, made.unitId, made.wrappedKey) },
          papers.map((paper) => givenThere(paper, renamed, actor.userId)),
        );
      },
    };
  },
};

/** The new matter is registered as received when the first one was; it is accepted where that one was. */
async function registerSplit(context: PlanContext, made: NewMatter): Promise<void> {
  const { services, trx, actor, matter, today, language } = context;
  const carried = clocksCarried(matter.running, { step: 'accept', running: [] });
  const clocks = carried.map((clock) => ({ ...clock, id: services.newId(), carriedFrom: matter.id }));
  const own = made.clocks.filter(({ step }) => !clocks.some((clock) => clock.step === step));
  const data = { splitFromId: matter.id, splitFrom: matter.code, receivedOn: receivedOn(services, matter) };
  const first = dueFirst([...own, ...clocks]);
  const dueOn = first?.dueOn ?? made.dueOn;
  const counted = { dueOn, opened: openedFacts([...own, ...clocks]) };
  const split = { ...made, dueOn, dueFrom: first?.startedOn ?? made.dueFrom, clocks: [...own, ...clocks] };
  const { nextLevelOn, raised } = levelAtStart(
    services,
    { ...split, partyCount: made.parties.length },
    today,
  );
  await registrationOf(actor, {
    ...split,
    clocks: own,
    nextLevelOn,
    event: { ...made.event, data: { ...(made.event.data as object), ...data, ...counted } },
  }).execute(trx);
  await joinClocks(trx, actor.cityCode, matter.id, made.id, clocks);
  const registered = await lockMatter(trx, actor, made.id, today);
  if (registered === undefined) throw new Error('the matter that was split off is not there');
  const event = { id: made.event.id, type: 'register', data };
  await tell(services, trx, {
    doer: actor,
    before: null,
    after: registered,
    event,
    raised,
    isAnybodyTold: true,
  });
  if (matter.status === 'registered') return;
  const request = { matterId: made.id, body: { version: 1 }, idempotencyKey: null, language };
  await changeMatterIn(services, trx, actor, acceptMatter, request);
}

/** A party as they were told of before; whoever was anonymous stays so. */
function toldAnew(party: WholeParty, seal: MatterSeal): ToldParty {
  const told = party.sealed === null ? {} : seal.open<SealedParty>('party', party.id, party.sealed);
  const { seat, kind } = party;
  const toldBy = party.toldBy as NonNullable<ToldParty['toldBy']>;
  const toldLanguage = party.toldLanguage as NonNullable<ToldParty['toldLanguage']>;
  return { seat, kind, ...told, toldBy, toldLanguage };
}

/** A party's own paper stays theirs where they came along; else it stands there as brought by whoever split. */
function givenThere(
  paper: WholePaper,
  renamed: ReadonlyMap<string, string | null>,
  userId: string,
): WholePaper {
  if (paper.addedByParty === null) return paper;
  const giver = renamed.get(paper.addedByParty) ?? null;
  return { ...paper, addedByParty: giver, addedBy: giver === null ? userId : null };
}
