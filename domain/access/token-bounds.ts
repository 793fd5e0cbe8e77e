import type { PermissionName } from './permissions.ts';

/** What a token may be used for; a token of the program itself has no such bounds. */
export type TokenBounds = {
  readonly scope: readonly string[];
  readonly isReadOnly: boolean;
  readonly postingId: string;
};

export type TokenUse = {
  /** `signed-in` is what one asks about oneself. */
  readonly policy: PermissionName | 'signed-in';
  readonly isReading: boolean;
  readonly isDangerous: boolean;
};

/**
 * Whether a token that a person made opens this door. What one may read about oneself is open to every token, so that a
 * program can find out who it is; a dangerous act needs a person who can prove who they are.
 */
export function isWithin(bounds: TokenBounds, { policy, isReading, isDangerous }: TokenUse): boolean {
  if (isDangerous) return false;
  if (bounds.isReadOnly && !isReading) return false;
  return policy === 'signed-in' ? isReading : bounds.scope.includes(policy);
}
