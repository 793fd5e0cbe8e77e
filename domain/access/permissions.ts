import { type Role, roles, type UnitKind } from './vocabulary.ts';

type Permission = { readonly roles: readonly Role[]; readonly unitKinds?: readonly UnitKind[] };

const atWork = ['clerk', 'dispatcher', 'handler', 'mediator', 'supervisor'] as const;
const atDesk = ['clerk', 'dispatcher'] as const;

/**
 * Who may knock at which door. What somebody may do to one matter is decided by participation and the table of
 * transitions; this table only says whose doors there are. Every route names one of these.
 */
export const permissions = {
  /** Signed in under any posting. */
  'be-posted': { roles },
  'register-matter': { roles: atDesk, unitKinds: ['centre'] },
  'work-on-matters': { roles: atWork },
  /** The set steps of one's own office. */
  'keep-macros': { roles: ['dispatcher', 'supervisor', 'handler', 'mediator'] },
  'look-up-visitor': { roles: atDesk, unitKinds: ['centre'] },
  'oversee-region': { roles: ['supervisor', 'leader'], unitKinds: ['centre'] },
  'read-level-rules': { roles: ['supervisor', 'leader'], unitKinds: ['centre'] },
  /** At the city's own centre: the rules are the whole city's. */
  'edit-level-rules': { roles: ['supervisor'], unitKinds: ['centre'] },
  /** Every lawful procedure with its limits and sources: nobody's data. */
  'read-procedures': { roles: ['system-admin', 'supervisor', 'leader', 'dispatcher'] },
  'manage-units': { roles: ['system-admin'] },
  'manage-accounts': { roles: ['security-admin'] },
  'read-organisation': { roles: ['system-admin', 'security-admin', 'supervisor'] },
  'arrange-absence': { roles: ['supervisor', 'security-admin', ...atDesk, 'handler', 'mediator'] },
  'read-audit': { roles: ['auditor'] },
  /** A file in which one's office takes no part, of the region one supervises: with a purpose on record, to read only. */
  'open-outside-own-work': { roles: ['supervisor'], unitKinds: ['centre'] },
  /** The list of one's own office's matters as a file. */
  'export-matters': { roles: ['dispatcher', 'supervisor', 'handler', 'mediator'] },
  /** A ledger of the centre's past, as closed history of its own. */
  'import-matters': { roles: ['dispatcher', 'supervisor'], unitKinds: ['centre'] },
  /** Whether somebody else's large export may be made. */
  'decide-export': { roles: ['dispatcher', 'supervisor'], unitKinds: ['centre'] },
} as const satisfies Record<string, Permission>;
export type PermissionName = keyof typeof permissions;

/** Whether this posting may use this door at all. */
export function isPermitted(
  name: PermissionName,
  posting: { readonly role: Role; readonly unitKind: UnitKind },
): boolean {
  const permission: Permission = permissions[name];
  return (
    permission.roles.includes(posting.role) &&
    (permission.unitKinds === undefined || permission.unitKinds.includes(posting.unitKind))
  );
}
