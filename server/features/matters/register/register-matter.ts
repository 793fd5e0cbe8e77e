import { createHash, randomBytes } from 'node:crypto';
import type { Language } from '#contract/language/language.ts';
import type { RegisterMatterAnswer, RegisterMatterBody } from '#contract/matters/register-matter.ts';
import { makeMatterCode } from '#domain/matters/matter-code.ts';
import {
  checkRegistration,
  identifiedPair,
  subjectOf,
  type ToldParty,
} from '#domain/matters/registration.ts';
import type { RaisedLevel } from '#domain/notices/notice-rules.ts';
import { dueFirst } from '#domain/roadmap/due-first.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import type { Actor, RegisteringParty } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { fieldReason } from '#server/app/validation.ts';
import { isClashOf } from '#server/database/clash.ts';
import { committed } from '#server/database/committed.ts';
import { tellOfEvent } from '#server/features/messages/public.ts';
import { tellColleagues } from '#server/features/notices/public.ts';
import { searchTerms } from '#server/features/search/public.ts';
import { levelAtStart } from '../clocks/level-after.ts';
import { type StartedClock, startClock } from '../clocks/start-clock.ts';
import { presentNewMatter } from '../present/new-matter.presenter.ts';
import { presentReceipt } from '../present/receipt.presenter.ts';
import { lookUpHashes, matterSeal, sealedPart, wrapFor } from '../sealing.ts';
import { openedFacts } from '../steps/after-step.ts';
import { insertMatter, type MatterSource, type NewMatter } from './register-matter.queries.ts';
import { repeatReceipt, repeatRegistration } from './repeat-registration.ts';

export type RegisterOptions = {
  readonly language: Language;
  readonly idempotencyKey?: string | null;
  /** Chosen by the demo, whose examples have fixed addresses. */
  readonly id?: string;
  readonly partyIds?: readonly string[];
  /** The same: a code that its examples can name. */
  readonly code?: string | undefined;
  /** What arrives from another system keeps its number there; the second arrival is refused. */
  readonly source?: MatterSource;
};

/** 登记: somebody brings a dispute; it has a code, a key, its parties' secrets and its first clock. */
export async function registerMatter(
  services: Services,
  actor: Actor,
  body: RegisterMatterBody,
  options: RegisterOptions,
): Promise<RegisterMatterAnswer> {
  const { language } = options;
  const { bodyHash, made } = await writeRegistration(services, actor, body, options);
  if (made === null) {
    return repeatRegistration(services, actor, options.idempotencyKey ?? '', bodyHash, language);
  }
  return {
    matter: presentNewMatter(services, actor, made.matter, language),
    receipt: presentReceipt(services, language, {
      ...made.matter,
      status: 'registered',
      parties: made.parties,
    }),
  };
}

/** The same from outside: whoever brings it gets what they would get at the counter, and no more. */
export async function registerAsParty(
  services: Services,
  party: RegisteringParty,
  body: RegisterMatterBody,
  options: RegisterOptions & { readonly idempotencyKey: string },
): Promise<RegisterMatterAnswer['receipt']> {
  const { bodyHash, made } = await writeRegistration(services, party, body, options);
  if (made === null)
    return repeatReceipt(services, party, options.idempotencyKey, bodyHash, options.language);
  return presentReceipt(services, options.language, {
    ...made.matter,
    status: 'registered',
    parties: made.parties,
  });
}

type Parties = readonly (ToldParty & { readonly id: string })[];
/** `made` is null where this very request was carried out before. */
type Registered = {
  readonly bodyHash: Buffer;
  readonly made: { readonly matter: NewMatter; readonly parties: Parties } | null;
};

async function writeRegistration(
  services: Services,
  by: Actor | RegisteringParty,
  body: RegisterMatterBody,
  options: RegisterOptions,
): Promise<Registered> {
  const { language, idempotencyKey = null } = options;
  const checked = checkRegistration(body, {
    isKind: (code) => services.pack.kinds.has(code),
    isRegion: (code) => services.pack.regions.has(code),
    areaCode: services.pack.city.areaCode,
  });
  if (!checked.ok) {
    const errors = checked.faults.map(({ field, reason }) => ({
      field,
      reason: fieldReason(reason, language),
    }));
    refuse(422, 'invalid-input', { errors });
  }
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest();
  const made = newMatter(services, by, body, checked.parties, options);
  try {
    const idempotency = idempotencyKey === null ? null : { key: idempotencyKey, bodyHash };
    await write(services, by, { ...made.matter, idempotency }, made.raised);
    services.remembered.forget();
  } catch (thrown) {
    if (isClashOf(thrown, 'matter_source_once')) refuse(409, 'source-number-taken');
    // 35 random bits meet now and then; the next code is another one.
    if (options.code === undefined && isClashOf(thrown, 'matter_code_once'))
      return writeRegistration(services, by, body, options);
    if (idempotencyKey === null || !isClashOf(thrown, 'idempotency')) throw thrown;
    return { bodyHash, made: null };
  }
  return { bodyHash, made };
}

/** One statement, the hot path; a few more in its transaction where somebody is to be told of it. */
async function write(
  services: Services,
  by: Actor | RegisteringParty,
  matter: NewMatter,
  raised: RaisedLevel | null,
): Promise<void> {
  const isToldToParties = matter.parties.some(({ toldBy }) => toldBy !== 'none');
  // At the counter the colleagues are there; from outside, in danger or grave from the first they must hear of it.
  const isToldToColleagues = by.role === 'party' || matter.danger !== null || raised !== null;
  if (!isToldToParties && !isToldToColleagues) return insertMatter(services.db, by, matter);
  await committed(services.db.transaction(), async (trx) => {
    await insertMatter(trx, by, matter);
    const { id, unitId } = matter;
    await tellOfEvent(services, trx, {
      cityCode: by.cityCode,
      event: 'register',
      matter: { id, version: 1, status: 'registered', holderUnitId: unitId, isHistory: false },
    });
    if (!isToldToColleagues) return;
    await tellColleagues(services, trx, {
      cityCode: by.cityCode,
      matterId: id,
      version: 1,
      type: 'register',
      data: {},
      before: null,
      after: {
        status: 'registered',
        leadUnitId: unitId,
        holderUnitId: unitId,
        handlingUnitId: null,
        handlerUserId: null,
        danger: matter.danger,
        isSampled: false,
      },
      doer: by.role === 'party' ? null : by,
      raised,
    });
  });
}

/** The rows of a registration: everything that is personal sealed with the matter's own new key. */
export function newMatter(
  services: Services,
  by: Actor | RegisteringParty,
  body: RegisterMatterBody,
  toldParties: readonly ToldParty[],
  { id: givenId, partyIds, code, source }: Pick<RegisterOptions, 'id' | 'partyIds' | 'code' | 'source'> = {},
): { matter: NewMatter; parties: (ToldParty & { id: string })[]; raised: RaisedLevel | null } {
  const { keys, newId, pack } = services;
  const now = services.clock.now();
  const today = legalDay(now, pack.city.zone);
  const id = givenId ?? newId();
  const seal = matterSeal(keys, id, keys.newMatterKey());
  // Whoever comes in from outside has an id already: under it the request's key is kept.
  const own = by.role === 'party' ? toldParties.findIndex(({ seat }) => seat === by.seat) : -1;
  const parties = toldParties.map((party, index) => ({
    ...party,
    id: by.role === 'party' && index === own ? by.partyId : (partyIds?.[index] ?? newId()),
  }));
  const pair = identifiedPair(parties);
  const clock = startClock(services, { step: 'accept', ...pack.stepLimits.accept }, now);
  const safety = body.safety;
  const clocks: StartedClock[] = [clock];
  if (safety)
    clocks.push(startClock(services, { step: 'safety-review', ...pack.stepLimits['safety-review'] }, now));
  const first = dueFirst(clocks) ?? clock;
  const danger = safety?.danger ?? null;
  const { dueOn, startedOn: dueFrom } = first;
  const { nextLevelOn, raised } = levelAtStart(
    services,
    { unitId: by.unitId, clocks, dueOn, dueFrom, danger, partyCount: parties.length },
    today.toString(),
  );
  const subject = body.subject?.trim() ?? subjectOf(body.story);
  const request = body.request?.trim() ?? '';

  const matter: NewMatter = {
    id,
    code: code ?? makeMatterCode({ year: today.year, random: randomBytes(8) }),
    channel: body.channel,
    kind: body.kind,
    regionCode: body.regionCode,
    subject,
    story: body.story.trim(),
    request,
    needs: body.needs ?? [],
    danger,
    isAnonymous: parties.every((party) => party.seat !== 'applicant' || party.kind === 'anonymous'),
    unitId: by.unitId,
    dueOn,
    dueFrom,
    nextLevelOn,
    registeredAt: now.toString(),
    wrappedKey: wrapFor(keys, id, by.unitId, seal.key),
    terms: searchTerms(`${subject}\n${body.story}`),
    source: source ?? null,
    pairHash: pair === null ? null : keys.pairHash(by.cityCode, ...pair),
    participationIds: [newId(), newId()],
    clocks,
    parties: parties.map((party) => ({
      id: party.id,
      seat: party.seat,
      kind: party.kind,
      sealed: seal.seal('party', party.id, sealedPart(party)),
      ...lookUpHashes(keys, by.unitId, party),
      toldBy: party.toldBy ?? 'none',
      toldLanguage: party.toldLanguage ?? 'zh',
    })),
    event: {
      id: newId(),
      data: {
        channel: body.channel,
        kind: body.kind,
        regionCode: body.regionCode,
        to: 'registered',
        dueOn,
        partyCount: parties.length,
        opened: openedFacts(clocks),
      },
      sealed: seal.seal('event', 1, {
        facts: {
          ...(body.happenedOn && { happenedOn: body.happenedOn }),
          ...(safety && { danger: safety.danger, help: safety.help, hiddenFrom: safety.hiddenFrom }),
          ...(safety?.legalBasis && { legalBasis: safety.legalBasis }),
        },
        ...(safety?.note && { text: safety.note }),
      }),
    },
    idempotency: null,
  };
  return { matter, parties, raised };
}
