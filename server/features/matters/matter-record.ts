import type { Matter } from '#domain/matters/matter.ts';

/** The row of a matter as its use cases read it. */
export type MatterRecord = Matter & {
  readonly id: string;
  readonly code: string;
  readonly channel: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly subject: string;
  readonly story: string;
  readonly request: string;
  readonly needs: string[];
  readonly danger: string | null;
  readonly partyCount: number;
  readonly reopenings: number;
  readonly dueOn: string | null;
  /** The first day of the limit that is due first. */
  readonly dueFrom: string | null;
  /** The next day on which time alone changes its colour. */
  readonly nextLevelOn: string | null;
  readonly registeredAt: Date;
  readonly endedAt: Date | null;
  readonly wrappedKey: Buffer | null;
};
