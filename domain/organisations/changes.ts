/** What can change about accounts, postings, absences and units; each change is an event of the organisation. */
export const organisationChanges = [
  'first-administrator-made',
  'account-created',
  'password-set',
  'account-disabled',
  'posting-created',
  'posting-ended',
  'absence-created',
  'absence-cancelled',
  'department-created',
  'unit-edited',
  'unit-activated',
  'unit-deactivated',
  'macro-created',
  'macro-edited',
  'macro-retired',
  'levels-published',
] as const;
export type OrganisationChange = (typeof organisationChanges)[number];
