/** What an attacker knows: the address, and what an insider or a thief would have. */
export type Target = {
  readonly url: string;
  /** Of a colleague whose token was stolen. */
  readonly token: string;
  /** A matter that this token may add papers to. */
  readonly matterId: string;
};

export type Tally = Readonly<Record<string, number>>;

/** An attack that runs until it is stopped; what the program answered is counted by status. */
export type Running = { stop(): Tally };
export type Attack = (target: Target) => Promise<Running>;
