/** The words of following a matter, in English. */

export const door = {
  title: 'See where it stands',
  lead: 'Enter the code and the secret from your receipt. The secret is yours alone.',
  code: 'Code',
  'code-hint': '12 characters, such as 2026-7K3M-Q9ZA. Capitals, spaces and hyphens do not matter.',
  secret: 'Secret',
  'secret-hint': '10 characters, such as ABCDE-FG234. There is no 0, 1, I, L or O in it.',
  go: 'Look',
  wrong: 'The code or the secret is wrong. Please compare both with your receipt.',
  'code-missing': 'Enter the code',
  'secret-missing': 'Enter the secret',
  wait: 'That was wrong too often. Please wait {seconds} {seconds|second|seconds}; your code and secret stay as they are.',
  ended:
    'You are signed out: after 30 minutes without a page, or because there is a new secret. Please enter both again.',
  out: "You are signed out. If this is somebody else's phone or computer, close this page.",
  lost: 'Code or secret lost',
  'lost-what':
    'Come to the counter of the centre where it was registered, with proof of who you are. You get a new secret there, and the old one stops at once. Ring {phone} to ask what to bring.',
} as const;

export const waitingStep = {
  title: 'Please wait a moment',
  lead: 'Somebody is trying many secrets just now. To protect your matter, please wait {seconds} {seconds|second|seconds}, then press "Go on". What you typed is not lost.',
  go: 'Go on',
} as const;

export const follow = {
  'about-you': '{kind}: a matter that concerns you',
  'about-you-lead':
    'You are the other side of it. Here you see where it stands, which office has it and what is written to you. What the other side said or gave is not shown to you, nor what you say or give to them.',
  code: 'Code',
  seat: 'You are',
  registered: 'Registered',
  kind: 'Kind',
  now: 'Now',
  'with-office': 'With {office}',
  lead: 'Responsible to the end: {lead}',
  'ended-title': 'It has ended',
  outcome: 'Outcome: {outcome}',
  'reopening-asked': 'You asked for it to be taken up again. The centre will answer within its limit.',
  path: 'Where it is on its way',
  next: 'Next',
  can: 'What you can do',
  'can-nothing': 'Nothing is needed from you now. News will stand here.',
  happened: 'News and messages',
  'happened-none': 'No news yet.',
  papers: 'Papers for you and from you',
  'papers-none': 'No papers yet.',
  'paper-own': 'from you',
  'paper-office': 'from the office',
  'paper-other': 'from the applicant',
  confidence: 'In confidence: for the office alone',
  told: 'What you told',
  request: 'What you ask for',
  opened: 'Who opened your file',
  'opened-lead':
    'Every time an office opens the file it is recorded: which office, in which role, when and what; no names. The latest {most}:',
  'opened-none': 'Nobody has opened it yet.',
  purpose: 'Purpose: {purpose}',
  print: 'Page for printing',
  'print-lead': 'Printed on {day}. Use your browser\'s "Print" for this page.',
  out: 'Sign out',
  'out-hint': "On somebody else's phone or computer, sign out when you have finished.",
  'remedies-label': 'Ways that remain open: ',
  'files-label': 'Papers: ',
  'rating-label': 'Rating: {rating} of 5',
  ask: 'To ask in person: {lead}, phone {phone}; the code is enough.',
} as const;

export const clock = {
  'working-days': '{days} working {days|day|days}',
  'natural-days': '{days} {days|day|days}',
  due: '{step} is due by',
  used: '{used} used of {limit}',
  left: '{days} left',
  'last-day': 'Today is the last day',
  late: '{days} late',
  within: 'within {days} once it gets there',
  how: 'How this day was counted',
  source: 'Source: {source}',
  provisional:
    "Next year's holidays are not published yet; once they are, this day may change, and you will be told.",
} as const;

export const stages = {
  'register-done': 'Your matter is registered',
  'register-now': 'Being registered',
  'register-next': 'Registration',
  'accept-done': 'The centre accepted it',
  'accept-now': 'The centre looks whether it can accept it',
  'accept-next': 'The centre decides whether to accept it',
  'route-done': 'It is with the office that can settle it',
  'route-now': 'The centre looks for the office that can settle it',
  'route-next': 'It goes to the office that can settle it',
  'handle-done': 'It was handled; there is an outcome',
  'handle-now': 'It is being handled',
  'handle-next': 'The office works on it',
  'answer-done': 'You have an answer',
  'answer-now': 'There is an outcome; the answer is being written',
  'answer-next': 'You get an answer',
  'call-back-done': 'Somebody else asked how it went',
  'call-back-now': 'Somebody else will ask how it went',
  'call-back-next': 'Somebody else asks how it went',
  'close-done': 'Closed and filed',
  'close-now': 'Being filed',
  'close-next': 'It ends and is filed',
} as const;

export const stageNames = {
  register: 'Registration',
  accept: 'Acceptance',
  route: 'Routing',
  handle: 'Handling',
  answer: 'Answer',
  'call-back': 'Call-back',
  close: 'Filing',
} as const;

export const happened = {
  register: 'registered it',
  accept: 'accepted it',
  decline: 'decided not to accept it',
  withdraw: 'recorded that it was withdrawn',
  'take-back': 'The applicant took it back',
  'take-back-own': 'You took it back',
  route: 'passed it to {to}',
  'accept-hand-over': 'took it on',
  'return-hand-over': 'gave it back; the centre looks for another office',
  decide: 'The upper centre decided that {to} handles it',
  'record-outcome': 'recorded the outcome',
  answer: 'Answer',
  'call-back': 'asked how it went',
  'ask-upper-call-back': 'asked the upper centre to ask how it went',
  close: 'closed and filed it',
  'close-not-reached': 'could reach nobody, and closed it',
  reopen: 'took it up again',
  'decline-reopening': 'Answer: it is not taken up again',
  'write-to-parties': 'Written to you',
  're-issue-secret': 'handed you a new secret at the counter; the old one has stopped',
  'add-paper': 'gave you a paper: see "Papers" below',
  'add-information': 'The applicant added information',
  'add-information-own': 'You added information',
  'ask-reopening': 'The applicant asked for it to be taken up again',
  'ask-reopening-own': 'You asked for it to be taken up again',
  'rate-own': 'You rated it',
  'choose-telling-own': 'You chose how to be told',
  suspend: 'paused it',
  resume: 'went on with it',
  transfer: 'passed it to {to}',
  escalate: 'passed it up to {to}',
  correct: 'corrected what was registered',
  'ask-assistance': 'asked another office for help',
  merge: 'joined it with the same dispute',
  split: 'took one part out to be handled by itself',
} as const;

export const can = {
  'add-information': 'Add information',
  'add-information-hint': 'Tell more, or give more papers.',
  'take-back': 'Take it back',
  'take-back-hint': 'If you no longer want it handled.',
  'ask-reopening': 'Ask for it to be taken up again',
  'ask-reopening-hint': 'Something is new, or a promise was not kept.',
  rate: 'Rate it',
  'rate-hint': 'How well was it handled? You can rate once.',
  'choose-telling': 'How you are told',
  'choose-telling-hint': 'By text message, by e-mail, or not at all.',
} as const;

export const done = {
  'add-information': 'What you added has arrived; the office can see it.',
  'take-back': 'You took it back. The matter has ended.',
  'ask-reopening': 'Your request has arrived. The centre answers within its limit, here.',
  rate: 'Thank you. Your rating is recorded.',
  'choose-telling': 'Your choice is kept.',
} as const;

export const notNow = {
  title: 'This cannot be done now',
  rated: 'You have rated it already; each party rates once.',
  asked: "It was asked already to take this up again; the centre's answer is on its way.",
  other:
    'The matter has just changed, or this is for the applicant to do. Please go back and see where it stands.',
  kept: 'What you wrote was not stored. Here it is, to copy:',
  back: 'Back to my matter',
} as const;

export const words = {
  'take-back-title': 'Take the matter back',
  'take-back-lead': 'Once you take it back:',
  'take-back-1': 'handling stops at once, and no limit runs any more;',
  'take-back-2':
    'the other side and the office learn that you took it back; only the office can read your reason;',
  'take-back-3':
    'you can ask later for it to be taken up again, or go another way (arbitration, court); mind that those have time limits of their own.',
  'take-back-label': 'Why you take it back',
  'take-back-hint': 'One sentence is enough. For example: we have come to terms.',
  'take-back-missing': 'Say in a sentence why you take it back',
  'take-back-go': 'Take it back',
  'ask-reopening-title': 'Ask for it to be taken up again',
  'ask-reopening-lead': 'You can ask when:',
  'ask-reopening-1': 'what was promised was not done;',
  'ask-reopening-2': 'something new has happened, or there is new evidence;',
  'ask-reopening-3':
    'you do not accept why it was declined. The centre answers within its limit: it takes it up again, or tells you why not.',
  'ask-reopening-label': 'What is new, or what was not kept',
  'ask-reopening-hint': 'Say what and when. Papers can be added once it is taken up again.',
  'ask-reopening-missing': 'Say what is new, or what was not kept',
  'ask-reopening-go': 'Send the request',
  moved:
    'While you were writing the matter changed: it is now "{stage}". What you wrote is still here. If you still want this, press once more.',
  again: 'While you were writing the matter changed. What you wrote is still here; please press once more.',
  wait: 'That was sent too often. What you wrote is still here; please wait {seconds} {seconds|second|seconds} and press again.',
} as const;

export const rating = {
  title: 'How well was it handled?',
  lead: "Please rate the office's work. It is about the handling: it has no effect on you, now or later. You can rate once.",
  legend: 'Your rating',
  5: '5: very well',
  4: '4: well',
  3: '3: fairly',
  2: '2: badly',
  1: '1: very badly',
  text: 'In your words',
  'text-hint': 'What was good, what was not.',
  missing: 'Choose a rating',
  go: 'Send the rating',
} as const;

export const information = {
  title: 'Add information',
  lead: 'Only the office and you see what you write and give; the other side does not.',
  'lead-representative': 'The office and you see what you add for the applicant; the other side does not.',
  text: 'What you want to add',
  'text-hint': 'When, and what happened. Leave out people who have nothing to do with it.',
  files: 'Papers',
  'files-hint': 'Photos, PDF, Word, sound and video. At most 20 MB each, {most} at a time.',
  confidence: 'In confidence',
  'confidence-label': 'For the office alone, not even for my representative',
  missing: 'Write something, or choose a paper',
  'files-again':
    'Your text is still here. Browsers do not let us keep chosen papers: please choose them again.',
  'too-big': 'A file has at most 20 MB',
  'too-many': 'At most 10 files at once',
  go: 'Send',
} as const;

export const telling = {
  title: 'How do you want to be told?',
  lead: 'A message says the code, the stage and a link; nothing of your matter, and never the secret.',
  legend: 'Tell me',
  none: 'Not at all',
  'none-hint': 'I look here myself.',
  sms: 'By text message',
  'sms-hint': 'To {phone}. To change the number, come to the counter.',
  'sms-without': 'There is no mobile number of yours on file. To get text messages, give one at the counter.',
  mail: 'By e-mail',
  'mail-hint': 'To {email}. To change it, enter a new one below.',
  'mail-without': 'Enter your address below.',
  email: 'E-mail address',
  'email-hint': 'Only for e-mail; leave it empty to keep the address on file.',
  language: 'In which language',
  zh: '中文',
  en: 'English',
  missing: 'Choose one',
  'email-missing': 'Enter your e-mail address',
  'email-wrong': 'This is not recognised as an e-mail address',
  'no-mobile': 'There is no mobile number of yours on file; choose another way',
  go: 'Save',
} as const;
