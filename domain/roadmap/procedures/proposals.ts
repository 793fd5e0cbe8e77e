import type { Procedure } from './procedure.ts';
import { entryRefusal, followsLast, type RoadmapMatter, type RunRefusal } from './run.ts';

/** Why a lawful procedure is proposed: what the parties chose comes first, what fits any dispute last. */
export const proposalReasons = ['chosen', 'follows', 'of-this-kind', 'for-any-kind'] as const;
export type ProposalReason = (typeof proposalReasons)[number];

export type Proposal = {
  readonly procedure: Procedure;
  readonly reason: ProposalReason;
  /** Set where a party does not want it: it stays in sight with the remedy, but cannot begin. */
  readonly refusal: Extract<RunRefusal, 'party-refused'> | null;
};

/** The lawful ways that are open to a matter now, the likeliest first; beside them those that a party refused. */
export function proposalsFor(
  procedures: readonly Procedure[],
  matter: RoadmapMatter & { readonly chosenProcedure: string | null },
  last: Procedure | null,
): Proposal[] {
  const found: Proposal[] = [];
  for (const procedure of procedures) {
    const refusal = entryRefusal(procedure, { ...matter, runs: matter.runs.filter(hasEnded) }, last);
    if (refusal !== null && refusal !== 'party-refused') continue;
    // What was gone through is not proposed again, unless the last outcome leads there.
    const isFollowing = followsLast(procedure.key, matter.runs, last);
    if (!isFollowing && matter.runs.some((run) => run.procedure === procedure.key)) continue;
    found.push({ procedure, reason: reasonOf(procedure, matter, isFollowing), refusal });
  }
  const place = ({ reason, refusal }: Proposal): number =>
    proposalReasons.indexOf(reason) + (refusal === null ? 0 : proposalReasons.length);
  return found.toSorted((one, other) => place(one) - place(other));
}

const hasEnded = ({ endedOn }: { readonly endedOn: string | null }): boolean => endedOn !== null;

function reasonOf(
  { key, kinds }: Procedure,
  { chosenProcedure }: { readonly chosenProcedure: string | null },
  isFollowing: boolean,
): ProposalReason {
  if (chosenProcedure === key) return 'chosen';
  if (isFollowing) return 'follows';
  return kinds === null ? 'for-any-kind' : 'of-this-kind';
}
