import type { Temporal } from 'temporal-polyfill';
import type { JsonAction } from '#contract/matters/actions.ts';
import type { RegisterMatterBody } from '#contract/matters/register-matter.ts';
import type { PaperKind, PartyAction } from '#domain/matters/vocabulary.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import { fixedClock } from '#server/adapters/clock.ts';
import { seededIds } from '#server/adapters/ids.ts';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import { isHttpProblem } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import {
  addPapers,
  askReopening,
  changeMatter,
  changeMatterAsParty,
  type MatterUseCase,
  registerMatter,
  useCases,
} from '#server/features/matters/public.ts';
import { jobsAtOnce } from '#server/jobs/jobs-at-once.ts';

type Paper = { readonly name: string; readonly mediaType: string; readonly content: Buffer };

/** One step of an invented matter: who did what, and when. */
export type PlayedStep = PlayedPartyStep | PlayedStaffStep;

/** A step that a party takes from outside. */
type PlayedPartyStep = {
  readonly by: PartyActor;
  readonly at: Temporal.Instant;
  readonly action: Extract<PartyAction, 'ask-reopening'>;
  readonly text: string;
};

type PlayedStaffStep = { readonly by: Actor; readonly at: Temporal.Instant } & (
  | { readonly action: JsonAction; readonly body: Readonly<Record<string, unknown>> }
  | {
      readonly action: 'add-paper';
      readonly kind: PaperKind;
      readonly files: readonly Paper[];
      readonly ids?: readonly string[];
    }
);

export type PlayedMatter = {
  readonly id: string;
  /** Of its first parties, where somebody must know them. */
  readonly partyIds?: readonly string[];
  /** Where its code must be known. */
  readonly code?: string | undefined;
  readonly by: Actor;
  readonly at: Temporal.Instant;
  readonly body: RegisterMatterBody;
  readonly steps: readonly PlayedStep[];
};

const language = 'zh';

/**
 * Lives an invented matter through, with the real use cases at its own times. Each step makes one version, so that
 * what an interrupted start left is gone on with from there, and what is complete stays as it is.
 */
export async function playMatter(services: Services, matter: PlayedMatter): Promise<void> {
  const jobs = jobsAtOnce();
  const world: Services = { ...services, jobs: jobs.door };
  await register(world, matter);
  await jobs.settle(at(world, matter.at, `${matter.id}/messages`));
  for (const [index, step] of matter.steps.entries()) {
    const then = at(world, step.at, `${matter.id}/${index}`);
    const version = index + 1;
    try {
      await take(then, matter.id, version, step);
      await jobs.settle(then);
    } catch (thrown) {
      if (isHttpProblem(thrown) && isDone(thrown.code)) continue;
      if (!isHttpProblem(thrown)) throw thrown;
      // A demo with one matter that stopped half-way is better than none.
      const what = { matterId: matter.id, version, action: step.action, code: thrown.code };
      services.log.warn(what, 'a demo matter could not go on');
      return;
    }
  }
}

async function register(
  services: Services,
  { id, partyIds = [], code: chosenCode, by, at: when, body }: PlayedMatter,
): Promise<void> {
  try {
    await registerMatter(at(services, when, id), by, body, {
      language,
      id,
      partyIds,
      code: chosenCode,
    });
  } catch (thrown) {
    // Which of the rows that are there already is met first, nobody can say: matter, event, who takes part.
    const { code, constraint = '' } = thrown as { code?: string; constraint?: string };
    if (code !== '23505' || !/_pkey$|^participation_now|^matter_code_once/.test(constraint)) throw thrown;
  }
}

async function take(services: Services, matterId: string, version: number, step: PlayedStep): Promise<void> {
  const order = { matterId, idempotencyKey: null, language } as const;
  if (step.action === 'ask-reopening') {
    await changeMatterAsParty(services, step.by, askReopening, {
      ...order,
      body: { version, text: step.text },
    });
    return;
  }
  if (step.action === 'add-paper') {
    await addPapers(services, step.by, { ...order, version, ...step });
    return;
  }
  const useCase = useCases[step.action] as MatterUseCase<JsonAction>;
  const body = { ...withDays(services, step.at, step.body), version };
  await changeMatter(services, step.by, useCase, { ...order, body: body as never });
}

/** A step is planned before it has a time: the days by which suspended work or a halted limit goes on are counted from then. */
function withDays(
  services: Services,
  at: Temporal.Instant,
  { resumeInDays, untilInDays, ...body }: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const day = legalDay(at, services.pack.city.zone);
  return {
    ...body,
    ...(typeof resumeInDays === 'number' && { resumeBy: day.add({ days: resumeInDays }).toString() }),
    ...(typeof untilInDays === 'number' && { until: day.add({ days: untilInDays }).toString() }),
  };
}

/** Somebody has gone further already: an interrupted start, or a visitor of the demo since. */
function isDone(code: string): boolean {
  return code === 'stale-version' || code === 'not-found';
}

/** The program as of then: the clock stands there, and ids sort as if made there. */
function at(services: Services, when: Temporal.Instant, seed: string): Services {
  const clock = fixedClock(when);
  return { ...services, clock, newId: seededIds(`hejie demo ${seed}`, clock) };
}
