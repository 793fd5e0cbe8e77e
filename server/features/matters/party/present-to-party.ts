import { Temporal } from 'temporal-polyfill';
import { type Language, words } from '#contract/language/language.ts';
import type { ClockView } from '#contract/matters/clock.ts';
import type { RoadmapView } from '#contract/matters/roadmap.ts';
import type { OutsidePurpose } from '#domain/access/outside-opening.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import { pathOf, type Stage, stageDone } from '#domain/matters/path.ts';
import { type SeenEvent, seesPaper, seesStory, sightOf, type Viewer } from '#domain/matters/seat-view.ts';
import { allowedPartyActions } from '#domain/matters/take-step.ts';
import { stepOf } from '#domain/matters/transitions.ts';
import { isOpen, type PartyAction, type Remedy, type Seat, type Status } from '#domain/matters/vocabulary.ts';
import { addressFor, maskAddress } from '#domain/messages/address.ts';
import type { ToldBy, ToldLanguage } from '#domain/messages/vocabulary.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import type { Services } from '#server/app/services.ts';
import { openWords } from '#server/features/audit/public.ts';
import { presentClock } from '../present/clock.presenter.ts';
import { kindLabel } from '../present/labels.ts';
import { presentUnit } from '../present/matter-present.ts';
import { presentRoadmap } from '../present/roadmap.presenter.ts';
import type { MatterSeal, SealedEvent, SealedPaper, SealedParty } from '../sealing.ts';
import type { PartyAtMatter } from './open-by-code.ts';
import { type ProcedureFacts, procedureFacts } from './procedure-facts.ts';
import type { EventRow, FollowedFile, OpeningRow, Told } from './read-as-party.queries.ts';

/** A matter as one of its parties sees it: nothing else of it leaves for the portal. */
export type FollowedMatter = {
  readonly code: string;
  readonly version: number;
  readonly status: Status;
  readonly seat: Seat;
  readonly name: string | null;
  readonly kind: string;
  /** What they themselves told; none for whom the matter concerns. */
  readonly told: Told | null;
  readonly isOpen: boolean;
  readonly outcome: string | null;
  readonly isReopeningAsked: boolean;
  readonly registeredOn: string;
  readonly office: string;
  readonly lead: string;
  readonly path: readonly FollowedStage[];
  /** The clock of the step that is owed now. */
  readonly clock: ClockView | null;
  readonly roadmap: RoadmapView;
  readonly actions: readonly PartyAction[];
  readonly happened: readonly FollowedEvent[];
  readonly papers: readonly FollowedPaper[];
  readonly openings: readonly FollowedOpening[];
  readonly telling: {
    readonly by: ToldBy;
    readonly language: ToldLanguage;
    readonly maskedPhone: string | null;
    readonly maskedEmail: string | null;
  };
};

export type FollowedStage = {
  readonly stage: Stage;
  readonly state: 'done' | 'now' | 'next';
  readonly on?: string;
};
export type FollowedEvent = {
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly isOwn: boolean;
  /** The office or the seat that did it; an office is named, a person never. */
  readonly by: string;
  readonly to: string | null;
  readonly text: string | null;
  readonly outcome: string | null;
  readonly remedies: readonly string[];
  readonly files: readonly string[];
  readonly rating: number | null;
  readonly isInConfidence: boolean;
  /** Of a step on the legal roadmap, as far as its facts are theirs to see. */
  readonly procedure: ProcedureFacts | null;
};
export type FollowedPaper = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly sizeBytes: number;
  readonly addedAt: string;
  readonly isOwn: boolean;
  readonly isFromParty: boolean;
  readonly isInConfidence: boolean;
};
export type FollowedOpening = {
  readonly at: string;
  readonly office: string;
  readonly role: string;
  readonly what: string;
  /** For what it was opened outside the handling offices, and in which words. */
  readonly purpose: { readonly id: string; readonly label: string; readonly words: string } | null;
};

export function viewerOf(party: PartyAtMatter, applicants: number): Viewer {
  return { partyId: party.partyId, seat: party.seat, isOneApplicant: applicants === 1 };
}

export function presentToParty(
  services: Services,
  party: PartyAtMatter,
  file: FollowedFile,
  seal: MatterSeal,
  language: Language,
): FollowedMatter {
  const viewer = viewerOf(party, file.applicants);
  const own = file.sealed === null ? {} : seal.open<SealedParty>('party', party.partyId, bytes(file.sealed));
  const step = stepOf(file.status);
  const reader = { services, language, runs: file.runs, userId: null };
  // Only the step's own clock: the safety flag's, and those of the office's other work, are nobody else's.
  const clock = file.clocks.find((one) => one.step === step);
  // Whose turn it is; once it has ended, who handled it.
  const officeId = isOpen(file.status) ? file.holderUnitId : (file.handlingUnitId ?? file.leadUnitId);
  return {
    code: formatMatterCode(file.code),
    version: file.version,
    status: file.status,
    seat: party.seat,
    name: own.name ?? null,
    kind: kindLabel(services, file.kind, language).label,
    told: toldBy(viewer, file),
    isOpen: isOpen(file.status),
    outcome: file.outcome === null || isOpen(file.status) ? null : words(language).outcomes[file.outcome],
    isReopeningAsked: file.isReopeningAsked && party.seat !== 'respondent',
    registeredOn: legalDay(
      Temporal.Instant.fromEpochMilliseconds(file.registeredAt.getTime()),
      services.pack.city.zone,
    ).toString(),
    office: presentUnit(services, officeId, language).name,
    lead: presentUnit(services, file.leadUnitId, language).name,
    path: followedPath(services, file),
    clock: clock === undefined ? null : presentClock(reader, clock),
    // What stands in sealed words of the file stays there: a body's reference is on its own letters.
    roadmap: presentRoadmap(reader, { matter: file, clocks: file.clocks, events: [] }),
    actions: allowedPartyActions(file, party),
    happened: file.events.flatMap((event) => presentEvent(services, viewer, event, seal, language)).reverse(),
    papers: file.papers
      .filter((paper) => seesPaper(viewer, paper))
      .map(({ id, kind, sizeBytes, addedAt, byPartyId, isInConfidence, sealed }) => ({
        id,
        name: seal.open<SealedPaper>('paper', id, bytes(sealed)).name,
        kind: words(language).paperKinds[kind],
        sizeBytes,
        addedAt,
        isOwn: byPartyId === party.partyId,
        isFromParty: byPartyId !== null,
        isInConfidence,
      })),
    openings: file.openings.map((row) => {
      const { roles, openings } = words(language);
      return {
        at: row.at,
        office: presentUnit(services, row.unitId, language).name,
        role: roles[row.role],
        what: openings[row.what as keyof typeof openings] ?? row.what,
        purpose: purposeOf(services, file.id, row, language),
      };
    }),
    telling: {
      by: file.toldBy,
      language: file.toldLanguage,
      maskedPhone: masked(addressFor('sms', own)),
      maskedEmail: masked(addressFor('mail', own)),
    },
  };
}

/** For what somebody outside the handling offices opened the file, as they said it. */
function purposeOf(
  services: Services,
  matterId: string,
  { purpose, openingId: id, unitId, sealed, wrappedKey }: OpeningRow,
  language: Language,
): FollowedOpening['purpose'] {
  if (purpose === null || id === null || sealed === null || wrappedKey === null) return null;
  const label = words(language).outsidePurposes[purpose as OutsidePurpose] ?? purpose;
  const kept = { sealed: bytes(sealed), wrappedKey: bytes(wrappedKey) };
  return { id, label, words: openWords(services, { matterId, id, unitId }, kept) };
}

/** What they told themselves: whoever came along with another matter told that one, and not what was told here. */
function toldBy(viewer: Viewer, { cameWith, subject, story, request }: FollowedFile): Told | null {
  if (cameWith !== null) return seesStory(cameWith) ? cameWith : null;
  return seesStory(viewer) ? { subject, story, request } : null;
}

const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
const masked = (address: string | null): string | null => (address === null ? null : maskAddress(address));

function followedPath({ pack }: Services, { status, events }: FollowedFile): FollowedStage[] {
  const reached = new Map<Stage, string>();
  for (const { type, occurredAt } of events) {
    const stage = stageDone(type);
    if (stage !== null)
      reached.set(stage, legalDay(Temporal.Instant.from(occurredAt), pack.city.zone).toString());
  }
  return pathOf(status, reached);
}

/** As much of an event as decides who sees it, read from what was stored. */
function seenOf({ type, actorPartyId, actorSeat, data }: EventRow): SeenEvent {
  const {
    seats = [],
    forSeats = [],
    partyIds = [],
    partyId,
    inConfidence,
  } = data as {
    seats?: Seat[];
    forSeats?: Seat[];
    partyIds?: string[];
    partyId?: string;
    inConfidence?: boolean;
  };
  return {
    type,
    byPartyId: actorPartyId,
    bySeat: actorSeat,
    seats: [...seats, ...forSeats],
    partyIds: partyId === undefined ? partyIds : [...partyIds, partyId],
    isInConfidence: inConfidence === true,
  };
}

function presentEvent(
  services: Services,
  viewer: Viewer,
  event: EventRow,
  seal: MatterSeal,
  language: Language,
): FollowedEvent[] {
  const seen = seenOf(event);
  const sight = sightOf(viewer, seen);
  if (sight === 'nothing') return [];
  const { outcomes, remedies, seats } = words(language);
  const {
    outcome,
    remedies: told = [],
    rating,
    holderUnitId,
  } = event.data as {
    outcome?: keyof typeof outcomes;
    remedies?: Remedy[];
    rating?: number;
    holderUnitId?: string;
  };
  const isReadable = sight === 'words' && event.sealed !== null;
  const sealed = isReadable
    ? seal.open<SealedEvent>('event', event.version, bytes(event.sealed ?? ''))
    : null;
  const files = sealed?.facts?.['files'];
  const unit = event.actorUnitId === null ? '' : presentUnit(services, event.actorUnitId, language).name;
  const hasFacts = sight !== 'that';
  return [
    {
      version: event.version,
      type: event.type,
      at: event.occurredAt,
      isOwn: seen.byPartyId === viewer.partyId,
      by: event.actorSeat === null ? unit : seats[event.actorSeat],
      to: typeof holderUnitId === 'string' ? presentUnit(services, holderUnitId, language).name : null,
      text: sealed?.text ?? null,
      outcome: hasFacts && outcome !== undefined ? outcomes[outcome] : null,
      remedies: hasFacts ? told.map((one) => remedies[one]) : [],
      files: Array.isArray(files) ? files : [],
      rating: hasFacts && rating !== undefined ? rating : null,
      isInConfidence: seen.isInConfidence,
      procedure: hasFacts ? procedureFacts(services, event.data, language) : null,
    },
  ];
}
