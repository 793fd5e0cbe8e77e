/** What somebody may be posted as at a unit. */
export const roles = [
  'clerk',
  'dispatcher',
  'handler',
  'mediator',
  'supervisor',
  'leader',
  'auditor',
  'system-admin',
  'security-admin',
] as const;
export type Role = (typeof roles)[number];

/** The three that must stay apart (GB/T 22239-2019): no account holds two of them, nor one beside work on matters. */
export const apartRoles = ['system-admin', 'security-admin', 'auditor'] as const satisfies readonly Role[];

/** How a unit takes part in a matter: whose turn it is, who drives the procedure, who helps, where it came from. */
export const participationParts = ['holder', 'lead', 'assisting', 'origin'] as const;
export type ParticipationPart = (typeof participationParts)[number];

export const unitKinds = ['centre', 'department'] as const;
export type UnitKind = (typeof unitKinds)[number];
