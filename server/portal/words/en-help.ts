/** Where to go and how disputes are settled. */
export const help = {
  title: 'Where to go, how to settle it',
  lead: 'If you do not know whom to ask, go to any centre: whoever receives you first is responsible to the end.',
  centres: 'Find a centre',
  'centres-hint': 'Addresses, opening hours, offices present.',
  kinds: 'How my matter can be settled',
  'kinds-hint': 'Choose a kind of dispute: the lawful ways, and what to bring.',
  procedures: 'The legal procedures',
  'procedures-hint': 'Who runs each, how long it may take, under which law.',
  clock: 'Reckon a limit',
  'clock-hint': 'Which day is the last, how it is counted, what it means that it passes.',
  rights: 'Your rights',
  'rights-hint': 'Mediation is voluntary and free; you see who opened your file; what if you disagree.',
  'centres-title': 'The centres',
  'centres-lead':
    'One for the city, one for each district or banner, one for each street or township. The map is a sketch.',
  'city-centre': 'The whole city',
  'in-county': 'Centres in {name}',
  'kinds-title': 'How disputes are settled',
  'kind-title': '{kind}: how it can be settled',
  'kind-lead': 'All of these ways are lawful; you may choose. If you are not sure, ask at a centre first.',
  'bring-title': 'What to bring',
  'bring-always':
    'Your identity card; if you come for somebody else, their authorisation. Come even if something is missing.',
  law: 'Source',
  'bring-here': 'Bring it here',
  'rights-title': 'Your rights',
  'right-voluntary-title': 'Mediation is voluntary',
  'right-voluntary':
    'Whether to mediate is yours to decide. You can stop at any time, and still go to arbitration, reconsideration or court. (People’s Mediation Law, art. 3, 23)',
  'right-free-title': 'People’s mediation is free',
  'right-free':
    'It costs nothing. If somebody asks you for money, refuse and ring {phone}. (People’s Mediation Law, art. 4)',
  'right-answer-title': 'There is a limit, and an answer',
  'right-answer':
    'Every step has a limit. With code and secret you can see at any time where it stands and how many days are left.',
  'right-heard-title': 'The other side does not see your papers',
  'right-heard':
    'They are not passed to the office or person you complain of; what you tell the office in confidence nobody else sees. (Regulations on Petitions, art. 30)',
  'right-data-title': 'Your data',
  'right-data':
    'Used for this matter only. Every opening of your file is recorded and you can see it. You may ask to see, correct or delete your data. (Personal Information Protection Law, art. 44–47)',
  'right-next-title': 'If no agreement is reached',
  'right-next':
    'You are told which ways remain: arbitration, reconsideration, court. (People’s Mediation Law, art. 26)',
  'right-anonymous-title': 'You need not give a name',
  'right-anonymous': 'It is accepted without one, but nobody can reach you to ask.',
} as const;
