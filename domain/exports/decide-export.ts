import { isPermitted } from '../access/permissions.ts';
import type { Role, UnitKind } from '../access/vocabulary.ts';
import type { ExportStatus } from './vocabulary.ts';

type Asked = {
  readonly userId: string;
  readonly unitId: string;
  readonly upperUnitId: string | null;
  readonly status: ExportStatus;
};

type Decider = {
  readonly userId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly unitKind: UnitKind;
};

export type DecisionRefusal = 'own-export' | 'forbidden' | 'export-decided';

/**
 * Whether somebody may decide another's large export: at the office where it was asked for or at the one above it, through
 * the door for it, and never their own, under whichever posting they act.
 */
export function refusalToDecide(asked: Asked, decider: Decider): DecisionRefusal | null {
  if (asked.userId === decider.userId) return 'own-export';
  if (!isPermitted('decide-export', decider)) return 'forbidden';
  if (decider.unitId !== asked.unitId && decider.unitId !== asked.upperUnitId) return 'forbidden';
  return asked.status === 'waiting' ? null : 'export-decided';
}
