/** What a backup begins with: of what it was made. */
export type Head = {
  /** Of the program that made it. */
  readonly version: string;
  readonly takenAt: string;
  readonly cities: readonly string[];
  readonly postgres: string;
  /** What its database had applied: a restore begins there. */
  readonly migrations: readonly AppliedMigration[];
};

export type AppliedMigration = { readonly number: number; readonly name: string; readonly sha256: string };

/** A table's rows as COPY writes them; a file of the store by its address; a small file of the data folder by its name. */
export type Part =
  | { readonly kind: 'table'; readonly name: string; readonly columns: readonly string[] }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'kept'; readonly name: string };

/** What was counted of a part's bytes while they passed. */
export type Tally = { readonly rows: number; readonly bytes: number; readonly sha256: string };

/** The last thing in a backup: what must have come before. */
export type Manifest = {
  /** The tables, and the small files. */
  readonly parts: readonly (Tally & { readonly kind: Part['kind']; readonly name: string })[];
  /** The store's files, which name their hash themselves, as one: the hash of the list of their addresses and lengths. */
  readonly files: FilesTally;
  /** Files that rows name and the store did not have. */
  readonly missing: readonly string[];
  /** Files whose bytes in the store were no longer those of their address. */
  readonly damaged: readonly string[];
};

export type FilesTally = { readonly count: number; readonly bytes: number; readonly sha256: string };

/** How far it is: a share of the whole, and how many million bytes were gone through. */
export type OnProgress = (share: number, megabytes: number) => void;
