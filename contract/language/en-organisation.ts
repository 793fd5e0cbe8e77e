/** The words of the organisation and of its audit, in English; part of `en.ts`. */

export const presences = { resident: 'Resident', rotating: 'Rotating', 'on-call': 'On call' };

export const organisationChanges = {
  'first-administrator-made': 'First security administrator made',
  'account-created': 'Account made',
  'password-set': 'Password set anew',
  'account-disabled': 'Account disabled',
  'posting-created': 'Posted',
  'posting-ended': 'Posting ended',
  'absence-created': 'Absence arranged',
  'absence-cancelled': 'Absence cancelled',
  'department-created': 'Department added',
  'unit-edited': 'Unit edited',
  'unit-activated': 'Unit put into use',
  'unit-deactivated': 'Unit put out of use',
  'macro-created': 'Macro added',
  'macro-edited': 'Macro changed',
  'macro-retired': 'Macro taken out of use',
  'levels-published': 'Level rules published',
};

export const changeFacts = {
  userId: 'Person',
  unitId: 'Unit',
  role: 'Role',
  fromDay: 'From',
  untilDay: 'Until',
  deputyUserId: 'Deputy',
  successorUserId: 'Successor',
  handedOver: 'Matters handed over',
  name: 'Name',
  nameEn: 'English name',
  presence: 'Presence',
  version: 'Version',
  inForceFrom: 'In force from',
  note: 'Note',
};

export const openings = {
  page: 'File opened',
  paper: 'Paper downloaded',
  receipt: 'Receipt printed',
  register: 'Read after registering',
  'look-up': 'Looked up for a visitor',
  search: 'Searched',
  export: 'Exported',
};
