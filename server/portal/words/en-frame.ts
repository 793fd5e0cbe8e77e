export const frame = {
  service: 'Bring and follow a dispute',
  owner: '{city} dispute-resolution centres',
  skip: 'Skip to the content',
  home: 'Start page',
  switch: '中文',
  'switch-label': '切换到中文',
  back: 'Back',
  demo: 'Demo: offices and people are invented. Please do not enter real personal data.',
  help: 'Where to go, how to settle it',
  'ask-line': 'Questions? Ring {phone}.',
  danger: 'If somebody is in danger now, ring 110 (police) or 120 (ambulance) at once.',
  'footer-label': 'Footer',
} as const;

export const form = {
  'error-prefix': 'Error: ',
  'error-title': 'Something needs to be put right',
  optional: 'optional',
  restored: 'What you had typed on this page without sending it was put back.',
  continue: 'Continue',
  change: 'Change',
  'change-what': 'Change: {what}',
  'not-given': 'Nothing given',
  'characters-left': '{count} {count|character|characters} left',
  'characters-over': '{count} {count|character|characters} too many',
  progress: 'Step {step} of {all}',
} as const;

export const home = {
  title: 'What brings you here?',
  lead: 'You can tell us about a dispute or a grievance here, without a journey. Mediation is voluntary; people’s mediation is free of charge.',
  bring: 'Bring a matter',
  'bring-hint': 'Tell a centre what happened; you need not give your name. About 10 minutes.',
  follow: 'See where it stands',
  'follow-hint': 'With your number and secret: which office has it, how many days are left, what comes next.',
  help: 'Where to go, how to settle it',
  'help-hint':
    'Centres and their hours, the lawful ways for each kind of dispute, what to bring, your rights.',
} as const;

export const problems = {
  'status-403': 'Please go back to a page of this site and try again.',
  'status-404': 'The address may be mistyped, or the page is gone. Please begin at the start page.',
  'status-413': 'Please send less, or make the file smaller, and try again.',
  'status-415': 'Please use the forms of this site.',
  'status-422': 'Please go back, put it right and send it again.',
  'status-429': 'What you typed is not lost. Please wait a little, then go back and try again.',
  'status-503': 'Please try again in a while. If it is urgent, ring the number below.',
  'status-507':
    'What you typed could not be kept. Please try again later; if it is urgent, ring the number below.',
  other: 'Please go back and try again. If it still fails, ring the number below.',
} as const;
