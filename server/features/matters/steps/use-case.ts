import type { Language } from '#contract/language/language.ts';
import type { ActionBody } from '#contract/matters/actions.ts';
import type { Command } from '#domain/matters/step-command.ts';
import type { Action, PartyAction } from '#domain/matters/vocabulary.ts';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { ClockRow } from '../clocks/clock-row.ts';
import type { MatterRecord } from '../matter-record.ts';
import type { MatterSeal, SealedEvent } from '../sealing.ts';
import type { LockedMatter } from './change-matter.queries.ts';
import type { ReadersThere } from './side-ways/sealed-reading.ts';

/** What a step is beside its command: what the event keeps, and what else it writes. */
export type Writing = {
  /** Clear facts of the event; never personal data. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Words and facts for readers of the file only. */
  readonly sealed?: SealedEvent;
  readonly occurredAt?: string;
  /** Words by which the matter is to be found from now on; as terms only, and in clear. */
  readonly searchText?: string;
  readonly danger?: string | null;
  /** How many working days another office is given to assist; the city's own limit unless said. */
  readonly assistDays?: number | undefined;
  /** Clocks that it extends, halts or lets run again. */
  readonly changedClocks?: readonly ClockRow[];
  /** Another matter that the step makes. */
  readonly made?: Made;
  /** What the step corrects of the record itself. */
  readonly record?: Partial<MatterRecord>;
  /** Whether parties changed or joined: what they are looked up by follows. */
  readonly isPartyChanged?: boolean;
  /** Who reads the file from now on, at the offices that take part. */
  readonly reading?: readonly ReadersThere[];
  /** Rows of its own, written in the same transaction once the step is lawful. */
  readonly write?: (trx: Trx, seal: MatterSeal) => Promise<void>;
};

/** A matter that came out of another one. */
export type Made = { readonly id: string; readonly code: string };

/** What a use case says of its step: the rules' command, and what is written with it. */
export type Plan = Writing & { readonly command: Command };

type Context = {
  readonly services: Services;
  readonly trx: Trx;
  readonly matter: LockedMatter;
  readonly today: string;
  /** The other matters that the step touches, locked with it; those that the actor may not see are missing. */
  readonly others: ReadonlyMap<string, LockedMatter>;
};
export type PlanContext = Context & { readonly actor: Actor; readonly language: Language };
export type PartyPlanContext = Context & { readonly party: PartyActor };

/** One use case: its action, and how its body becomes a plan. It may refuse by throwing a problem. */
export type MatterUseCase<A extends Action = Action> = {
  readonly action: A;
  /** The ids of other matters that the step touches. */
  others?(body: ActionBody<A>, trx: Trx, actor: Actor): readonly string[] | Promise<readonly string[]>;
  plan(body: ActionBody<A>, context: PlanContext): Plan | Promise<Plan>;
};

/** One step of a party's own. The rules need to know nothing of it but that it is taken. */
export type PartyUseCase<Body> = {
  readonly action: PartyAction;
  plan(body: Body, context: PartyPlanContext): Writing | Promise<Writing>;
};

export type ChangeRequest<A extends Action> = {
  readonly matterId: string;
  readonly body: ActionBody<A>;
  readonly idempotencyKey: string | null;
  readonly language: Language;
};
