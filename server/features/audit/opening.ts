/** What was opened: a file's page, a paper of it, its receipt, or a look-up of a visitor's own matters. */
export type Opening = {
  readonly what: 'page' | 'paper' | 'receipt' | 'register' | 'look-up' | 'search' | 'export';
  readonly matterId?: string;
  readonly data?: Readonly<Record<string, unknown>>;
};
