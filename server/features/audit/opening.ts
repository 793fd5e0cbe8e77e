/** What was opened: a file's page, a paper of it, its receipt, or a look-up of a visitor's own matters. */
export type Opening = {
  readonly what: OpenedWhat;
  readonly matterId?: string;
  /** Outside one's own work: for what, and under which opening. */
  readonly purpose?: string;
  readonly openingId?: string;
  readonly data?: Readonly<Record<string, unknown>>;
};

export type OpenedWhat =
  | 'page'
  | 'paper'
  | 'receipt'
  | 'register'
  | 'secret-slip'
  | 'purpose'
  | 'look-up'
  | 'look-up-found'
  | 'search'
  | 'hit'
  | 'print'
  | 'export'
  | 'export-fetched'
  | 'export-decided'
  | AuditLook;

/** The auditors' own looks at the record of openings and changes. */
export const auditLooks = ['audit-openings', 'audit-changes', 'audit-unusual', 'audit-looks'] as const;
export type AuditLook = (typeof auditLooks)[number];
