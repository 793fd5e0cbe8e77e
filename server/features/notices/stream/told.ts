import type { Role } from '#domain/access/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';

export const noticeChannel = 'hejie_notice';

/** What passes through the database from the transaction to the open pages: to whom, and nothing of what. */
export type Told = {
  readonly cityCode: string;
  readonly byUserId: string | null;
  readonly to: readonly {
    readonly unitId: string;
    readonly userId: string | null;
    readonly role: Role | null;
  }[];
};

/** Whether somebody under this posting is meant. */
export function concerns(told: Told, { cityCode, userId, unitId, role }: Actor): boolean {
  return (
    told.cityCode === cityCode &&
    told.byUserId !== userId &&
    told.to.some((one) => one.unitId === unitId && (one.userId === userId || one.role === role))
  );
}
