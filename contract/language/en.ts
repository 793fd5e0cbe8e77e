/** Every word that server and desk share, in English. The keys are those of `zh.ts`. */
import { jointWork } from './en-joint-work.ts';
import { levels } from './en-levels.ts';
import { outside } from './en-openings.ts';
import { roadmap } from './en-roadmap.ts';
import { sideWays } from './en-side-ways.ts';
import type * as zh from './zh.ts';

type Same<Topic> = Readonly<Record<keyof Topic, string>>;

export { earlierEvents, reckonRefusals } from './en-calculator.ts';
export * from './en-exports.ts';
export * from './en-imports.ts';
export { matterRelations, taskStatuses } from './en-joint-work.ts';
export { levelFacts, levelReasons, levelRefusals, levelReplies, levelRules } from './en-levels.ts';
export * from './en-matters.ts';
export * from './en-messages.ts';
export * from './en-office.ts';
export {
  auditLooks,
  oddHoursInWords,
  outsidePurposes,
  unusualFacts,
  unusualReasons,
  unusualRules,
} from './en-openings.ts';
export * from './en-organisation.ts';
export * from './en-party.ts';
export * from './en-procedures.ts';
export {
  clockChanges,
  clockDecisions,
  clockOwners,
  extensionApprovers,
  limitsInWords,
  procedureChoices,
  procedureEnds,
  procedureEvents,
  proposalReasons,
  requirements,
  starters,
} from './en-roadmap.ts';
export { correction, linkReasons, recordFields, sealGrounds } from './en-side-ways.ts';

export const errors = {
  'invalid-input': 'Some of what was sent does not meet the requirements. Nothing was saved.',
  'malformed-request': 'What arrived is not a valid HTTP request.',
  'invalid-json': 'What was sent is not valid JSON. Nothing was saved.',
  'invalid-text': 'What was sent is not valid UTF-8 text. Nothing was saved.',
  'body-too-large': 'What was sent is too large. Nothing was saved.',
  'unsupported-media-type': 'This content type is not supported; use {expected}.',
  'unknown-route': 'There is nothing at this address.',
  'method-not-allowed': 'This address does not support {method}.',
  'request-timeout': 'The request took too long. Nothing was saved; please try again.',
  'foreign-host': 'Demo mode answers this machine only. Use the address printed at start.',
  'forwarded-header': 'Demo mode does not accept forwarded requests.',
  'cross-origin':
    'The request did not come from a page of this site. Nothing was saved; reload the page and try again.',
  'not-signed-in': 'Please sign in first.',
  'invalid-credentials': 'The user name or the password is not right.',
  'too-many-requests': 'Too many attempts. Please try again in {seconds} seconds.',
  'no-posting': 'You have no posting in force. Please ask your system administrator.',
  'not-your-posting': 'This is not a posting of yours in force. Please choose again.',
  'account-name-taken': 'The user name "{username}" is taken.',
  'account-name-invalid': 'A user name has 3 to 60 letters, digits or the characters - _ .',
  'password-too-short': 'A password needs at least {least} characters.',
  'password-too-long': 'A password has at most {most} characters.',
  'wrong-password': 'The password is not right.',
  'wrong-code': 'The code is not right, or has been used already.',
  'sign-in-again': 'This sign-in has run out. Please begin again with user name and password.',
  'passkey-refused': 'This passkey could not be verified. Please try again, or another way.',
  'prove-again': 'This act asks who you are once more. Please give your password or use your passkey.',
  'second-factor-needed':
    'This posting needs two factors. Please set the second one up under “Sign-in and security”.',
  'second-factor-there': 'An authenticator app is set up already.',
  'second-factor-compulsory': 'Your posting needs a second factor, so the last one cannot be removed.',
  'no-second-factor': 'No second factor is set up.',
  'outside-token': 'This token is not for that.',
  'scope-not-yours': 'This posting does not open “{door}”, so a token cannot either.',
  'too-many-tokens': 'There may be at most {limit} tokens. Please revoke one that is not used.',
  'needs-another-administrator':
    'Password and second factor of an administrator or auditor are not both set anew by the same security administrator within thirty days. Please ask another one.',
  'own-second-factor': 'You cannot reset your own second factor. Please ask another security administrator.',
  'password-leaked': 'This password is too common and easily guessed. Please choose another.',
  'password-has-name': 'The password cannot be the user name.',
  'city-sign-in-failed': "The city's sign-in did not work. Please try again, or use user name and password.",
  'city-sign-in-unknown':
    "There is no account here for who you are at the city's sign-in. Please ask the security administrator.",
  'link-used-or-expired': 'This link has been used or has expired. Restart the program for a new one.',
  'not-found': 'It was not found, or you may not see it.',
  forbidden: 'Your present posting may not take this step.',
  'wrong-state': 'The matter is not in a state for this step. Reload it and look again.',
  'stale-version':
    'Somebody else changed this while you were writing. What you wrote is kept; compare it with the latest and submit again.',
  'key-reused': 'The same Idempotency-Key was used with different content. Nothing was saved.',
  'files-not-checked':
    'Files cannot be checked for viruses just now. Nothing was changed; please try again later.',
  'encoded-body': 'The content may not be compressed (Content-Encoding). Nothing was changed.',
  'database-away':
    'The database cannot be reached at the moment. Nothing was saved; please try again shortly.',
  'no-room':
    'The disk of the server is nearly full. Nothing was saved; everything that is there can be read. Please tell the system administrator.',
  'internal-error':
    'Something went wrong and was recorded (number {errorId}). Nothing was saved; please try again shortly.',
  'not-your-part': 'The matter is not with your office now, so you cannot take this step.',
  'not-your-role': 'Your posting does not allow this step.',
  'handler-may-not-verify': 'A handler does not verify their own matter; a colleague has to.',
  'colleague-can-call-back': 'A colleague at this centre can call back, so the upper centre need not.',
  'no-upper-centre': 'There is no centre above.',
  'not-reached-too-few': 'This way of closing needs three attempts on different days that reached nobody.',
  'not-sampled': 'The matter was not drawn for review.',
  'department-of-another-centre': 'A department of another centre is reached through its centre.',
  'not-your-seat': "This step is for the applicant's side.",
  'not-posted-here': 'This person is not posted at the handling office and cannot be assigned.',
  'source-number-taken': 'This number of this source is registered already.',
  'unknown-unit': 'There is no such unit, or it is out of use.',
  'in-the-future': 'It cannot have happened later than now.',
  'remedies-missing':
    "Where no settlement was reached, say which remedies were told (People's Mediation Law, article 26).",
  'destination-missing': 'Say where it was referred to.',
  'reference-missing': "Give the destination's reference.",
  'legal-basis-missing': 'Help or a report without consent needs its legal basis.',
  'own-export': 'Somebody else has to decide about your own export.',
  'export-decided': 'This export has been decided about, or no longer waits for it.',
  'export-empty': 'No matter fits these filters, so there is nothing to export.',
  'export-too-large':
    'These filters give more than {rows} rows. An export holds {most} at most; narrow it down.',
  'export-purpose-missing': 'The export tells what people said or who they are: say what it is for.',
  'export-reason-missing': 'Give a reason for a refusal.',
  'too-many-exports': 'You have {most} exports waiting or being made. Wait until one of them is done.',
  'export-gone': 'This file is no longer kept. Ask for the export again.',
  'export-not-ready': 'This file has not been made yet.',
  'ledger-unreadable':
    'No table can be read from this file. Save it as XLSX without a password, or as “CSV UTF-8”, and upload that.',
  'ledger-no-header': 'No header was found in this file.',
  'ledger-column-missing': 'The table has no column “{column}”.',
  'import-not-now': 'This import is now “{status}”, so that this step is not possible.',
  'import-gone': 'The file of this import is no longer kept. Please upload it again.',
  'too-many-imports':
    'Your office has {most} files being checked or imported. Wait until one of them is done.',
  'posting-for-oneself': 'Nobody gives themself a posting. Ask another security administrator.',
  'account-disabled': 'This account is disabled. Setting its password anew puts it back into use.',
  'own-account': 'You cannot disable your own account. Ask another security administrator.',
  'role-not-at-unit':
    "There is no such role at this unit: administrators and auditors are posted at the city's centre, desk and supervision at centres.",
  'days-reversed': 'The last day cannot come before the first.',
  'days-over': 'The last day has gone by already.',
  'posting-apart':
    'System administrator, security administrator and auditor stay apart: an account posted as one of them holds no other posting.',
  'posting-twice': 'This account already has this role at this unit. End that posting first.',
  'last-of-its-kind': 'This is the last {role}. First post another one who stays at least as long.',
  'posting-ended': 'This posting has ended already.',
  'successor-not-posted': 'The successor is not posted at this unit as handler or mediator.',
  'deputy-oneself': 'Nobody can be their own deputy.',
  'absent-not-posted': 'This person is not posted at this unit in that time.',
  'deputy-not-posted':
    'The deputy must be posted at the same unit all the time, in a role that can do all of the work.',
  'absence-overlaps': 'This person is already recorded as absent in that time.',
  'deputy-absent': 'The deputy is absent in that time, too. Choose somebody else.',
  'absence-cancelled': 'This absence has been cancelled already.',
  'absence-over': 'This absence is over and cannot be cancelled any more.',
  'not-a-centre': 'A department can be added only to a centre that is in use.',
  'unit-code-taken': 'This centre already has a department with the code {code}.',
  'city-centre-stays': "The city's centre cannot be put out of use.",
  'unit-holds-matters': 'This unit still has open matters. Route or close them first.',
  'unit-has-departments': 'This centre still has departments in use. Put these out of use first.',
  'presence-of-centre': 'A centre has no kind of presence.',
  'unit-already-so': 'The unit is in this state already.',
  'macro-empty': 'A macro has at least one step.',
  'macro-too-long': 'A macro has at most {limit} steps.',
  'macro-action': 'Step {step} cannot stand in a macro.',
  'macro-never-fits':
    'Step {step} cannot follow what is before it: no matter could go through these steps in this order.',
  'macro-name-taken': 'Your office already has a macro named “{name}”.',
  'view-name-taken': 'You already have a view of this name.',
  'too-many-views': 'At most 50 views can be kept; remove some first.',
  'already-rated': 'You have rated it already; each party rates once.',
  'reopening-asked-already': 'It was asked already to take this up again; the answer is on its way.',
  'reopening-not-asked': 'Nobody asked to take this matter up again.',
  'recipients-missing': 'Choose to whom you write.',
  'unknown-party': 'This matter has no such party.',
  'party-is-anonymous': 'Who an anonymous party is cannot be checked, so no secret can be handed out.',
  ...jointWork.errors,
  ...sideWays.errors,
  ...roadmap.errors,
  ...levels.errors,
  ...outside.errors,
} as const satisfies Same<typeof zh.errors>;

export const reasons = {
  required: 'is required',
  unknown: 'is not a known field; leave it out',
  type: 'has the wrong type; it should be {expected}',
  'too-long': 'is too long; at most {limit} characters',
  'too-short': 'is too short; at least {limit} characters',
  'too-many': 'has too many entries; at most {limit}',
  'too-few': 'has too few entries; at least {limit}',
  'too-large': 'must be at most {limit}',
  'too-small': 'must be at least {limit}',
  choice: 'must be one of: {choices}',
  format: 'is not in the right form; it should be {expected}',
  repeated: 'holds something twice',
  'control-character': 'contains a control character',
  'broken-character': 'contains a broken character',
  'too-deep': 'is nested too deeply',
  'too-big': 'holds too much',
  'forbidden-name': 'has a name that is not allowed',
  invalid: 'does not meet the requirements',
  'unknown-kind': "is not on the city's list of kinds",
  'unknown-region': "is not on the city's list of regions",
  'no-applicant': 'at least one applicant is needed',
  'name-missing': 'a name is needed',
  'anonymous-has-data': 'an anonymous party has no name, phone, number or address',
  'number-of-other-kind': 'a person has a resident ID, an organisation a credit code',
  'legal-basis-missing': 'without consent the legal basis is needed',
  'email-not-recognised': 'this e-mail address is not recognised',
  'told-without-address': 'a text message needs a mobile phone number, an e-mail an address',
  'resident-id-length': 'a resident ID has 18 places',
  'resident-id-characters': 'holds characters that a resident ID does not have',
  'resident-id-region': 'its region is not one',
  'resident-id-birth-date': 'its date of birth is not one',
  'resident-id-check-digit': 'its check digit does not fit; please compare',
  'credit-code-length': 'a credit code has 18 places',
  'credit-code-characters': 'holds characters that a credit code does not have',
  'credit-code-check-character': 'its check character does not fit; please compare',
  'phone-characters': 'holds characters that a phone number does not have',
  'phone-length': 'is not as long as a phone number',
  'phone-not-recognised': 'is not recognised as a phone number',
  'file-empty': 'the file is empty',
  'file-kind-unknown':
    'this kind of file is not taken; PDF, pictures, Word, Excel, sound, video and text are',
  'file-not-what-it-says': 'the content is not what the ending says',
  'file-name-invalid': 'the file name cannot be used',
  'file-too-big': 'a file has at most 20 MB',
  'file-unpacks-too-far':
    'too much is packed into the file, so it was not taken; please save it anew, or as PDF',
  'file-archive-broken': 'the file is not whole inside, so it was not taken; please open it and save it anew',
  'file-infected':
    'the virus scanner takes it for a virus, so it was not taken and is destroyed; please bring another, and have your device looked at',
  'file-not-checked':
    'files cannot be checked for viruses just now, so it was not taken; please try again later',
  'too-many-files': 'at most 10 files at once',
  'secret-length': 'a secret has 10 characters',
  'secret-characters': 'holds characters that a secret does not have (there is no 0, 1, I or O)',
  'matter-code-length': 'a code has 12 characters',
  'matter-code-characters': 'holds characters that a code does not have',
  'matter-code-check': 'one place of the code is wrong; please compare with the receipt',
} as const satisfies Same<typeof zh.reasons>;

export const formats = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'empty',
  date: 'a date (such as 2026-10-09)',
  'date-time': 'a time (such as 2026-10-09T08:30:00+08:00)',
  uuid: 'a UUID',
  email: 'an e-mail address',
  uri: 'a web address',
  pattern: 'of the prescribed form',
} as const satisfies Same<typeof zh.formats>;

export const titles = {
  400: 'Bad request',
  401: 'Sign-in required',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not supported',
  408: 'Too slow',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported content',
  421: 'Wrong address',
  422: 'Not possible',
  429: 'Too many attempts',
  500: 'Internal error',
  503: 'Unavailable for now',
  507: 'No room left',
} as const satisfies Same<typeof zh.titles>;

export const roles = {
  clerk: 'Clerk',
  dispatcher: 'Dispatcher',
  handler: 'Handler',
  mediator: 'Mediator',
  supervisor: 'Supervisor',
  leader: 'Leader',
  auditor: 'Auditor',
  'system-admin': 'System administrator',
  'security-admin': 'Security administrator',
} as const satisfies Same<typeof zh.roles>;

export const unitKinds = { centre: 'Centre', department: 'Department' } as const satisfies Same<
  typeof zh.unitKinds
>;

export const parts = {
  holder: 'Holder',
  lead: 'Lead',
  assisting: 'Assisting',
  origin: 'Origin',
} as const satisfies Same<typeof zh.parts>;

export const channels = {
  window: 'At the window',
  hotline: 'Hotline 12345',
  web: 'Web',
  letter: 'Letter',
  'department-transfer': 'From a department',
  'grid-worker': 'Grid worker',
  'police-or-court-transfer': 'From police or court',
  forum: 'Forum',
} as const satisfies Same<typeof zh.channels>;

export const statuses = {
  registered: 'Registered',
  accepted: 'Accepted',
  offered: 'Awaiting take-over',
  disputed: 'Return disputed',
  handling: 'Being handled',
  resolved: 'Outcome recorded',
  answered: 'Answered',
  'called-back': 'Called back',
  closed: 'Closed',
  declined: 'Declined',
} as const satisfies Same<typeof zh.statuses>;

export const actions = {
  accept: 'Accept',
  decline: 'Decline',
  withdraw: 'Withdraw',
  route: 'Route',
  'accept-hand-over': 'Take over',
  'return-hand-over': 'Return',
  decide: 'Decide who handles',
  assign: 'Assign a handler',
  'log-step': 'Log a step',
  'add-paper': 'Add a paper',
  'record-outcome': 'Record the outcome',
  answer: 'Answer the applicant',
  'call-back': 'Call back',
  'ask-upper-call-back': 'Ask the upper centre to call back',
  close: 'Close and file',
  'close-not-reached': 'Close as not reached',
  'review-closing': 'Review the closing',
  reopen: 'Reopen',
  'review-safety': 'Review the safety flag',
  'decline-reopening': 'Decline to reopen',
  'write-to-parties': 'Write to the parties',
  're-issue-secret': 'Hand out a secret',
  ...jointWork.actions,
  ...sideWays.actions,
  ...roadmap.actions,
} as const satisfies Same<typeof zh.actions>;

export const steps = {
  accept: 'Accept',
  route: 'Route',
  'hand-over': 'Take over or return',
  decide: 'Decide',
  handle: 'Handle',
  answer: 'Answer',
  'call-back': 'Call back',
  close: 'File',
  'review-closing': 'Review the closing',
  'safety-review': 'Safety flag review',
  'answer-reopening': 'Answer a request to reopen',
  ...jointWork.steps,
  ...roadmap.steps,
} as const satisfies Same<typeof zh.steps>;

export const seats = {
  applicant: 'Applicant',
  respondent: 'Respondent',
  representative: 'Representative',
} as const satisfies Same<typeof zh.seats>;

export const partyKinds = {
  person: 'Person',
  organisation: 'Organisation',
  anonymous: 'Anonymous',
} as const satisfies Same<typeof zh.partyKinds>;

export const needs = {
  interpreter: 'Interpreter',
  wheelchair: 'Wheelchair',
  'sign-language': 'Sign language',
} as const satisfies Same<typeof zh.needs>;

export const outcomes = {
  settled: 'Settled',
  'partly-settled': 'Partly settled',
  'not-settled': 'Not settled',
  withdrawn: 'Withdrawn',
  'referred-out': 'Referred out',
  ...jointWork.outcomes,
} as const satisfies Same<typeof zh.outcomes>;

export const remedies = {
  'peoples-mediation': "People's mediation",
  arbitration: 'Arbitration',
  litigation: 'Litigation',
  'administrative-reconsideration': 'Administrative reconsideration',
  petition: 'Petition',
  'labour-inspection': 'Labour inspection',
  'legal-aid': 'Legal aid',
  police: 'Police',
} as const satisfies Same<typeof zh.remedies>;

export const stepKinds = {
  phone: 'Phone call',
  visit: 'Visit',
  meeting: 'Meeting',
  letter: 'Letter',
  inspection: 'Inspection',
  note: 'Note',
} as const satisfies Same<typeof zh.stepKinds>;

export const callBackResults = {
  satisfied: 'Satisfied',
  unsatisfied: 'Not satisfied',
  'not-reached': 'Not reached',
} as const satisfies Same<typeof zh.callBackResults>;

export const paperKinds = {
  application: 'Application',
  identity: 'Identity paper',
  evidence: 'Evidence',
  record: 'Record',
  agreement: 'Agreement',
  letter: 'Letter',
  other: 'Other',
} as const satisfies Same<typeof zh.paperKinds>;
