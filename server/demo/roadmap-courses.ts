import type { Office } from './casts.ts';
import * as say from './phrases.ts';
import {
  accepted,
  asDispatcher,
  asSettler,
  type Course,
  type PlannedStep,
  type Setting,
  step,
  taken,
} from './planned-step.ts';

const bothAgree = ['both-agree', 'no-suit-pending'];

type Body = Readonly<Record<string, unknown>>;
type RoadmapAction = Parameters<typeof step>[1];

/** What the handling office does on the roadmap. */
function onRoadmap(office: Office, by: string) {
  return (action: RoadmapAction, body: Body, gap = 1): PlannedStep =>
    step(by, action, body, gap, asSettler(office));
}

/** At triage the parties choose; the dispatcher writes it down. */
const choose = ({ cast }: Setting, body: Body): PlannedStep =>
  step(
    cast.dispatcher,
    'choose-procedure',
    { seats: ['applicant', 'respondent'], isRefused: false, ...body },
    0,
    asDispatcher,
  );

const chosen: Course = (setting) => [
  ...accepted(setting),
  choose(setting, { procedure: 'people-mediation', text: setting.draw.one(say.choicePhrases) }),
];

/** 人民调解法 17, 26: the other side does not want to be mediated; the applicant was told what else there is. */
const unwilling: Course = (setting) => [
  ...accepted(setting),
  choose(setting, {
    procedure: 'people-mediation',
    isRefused: true,
    seats: ['respondent'],
    remedies: say.remediesTold,
    text: '被申请人说不想谈，让走别的程序。',
  }),
];

function mediation(setting: Setting): { steps: PlannedStep[]; then: ReturnType<typeof onRoadmap> } {
  const { steps, handler } = taken(setting);
  const then = onRoadmap(setting.office, handler);
  const begin = then('start-procedure', {
    procedure: 'people-mediation',
    confirmed: bothAgree,
    text: '双方同意由调解员主持，约定了第一次见面的时间。',
  });
  return { steps: [...steps, begin, then('log-step', setting.draw.one(say.logPhrases), 2)], then };
}

/** Agreed: for thirty days both may ask the court to confirm it. */
function agreement(setting: Setting): ReturnType<typeof mediation> {
  const { steps, then } = mediation(setting);
  const end = then(
    'end-procedure',
    { outcome: 'agreed', text: setting.draw.one(say.outcomePhrases.settled) },
    3,
  );
  return { steps: [...steps, end], then };
}

function confirming(setting: Setting): PlannedStep[] {
  const { steps, then } = agreement(setting);
  return [
    ...steps,
    then('start-procedure', {
      procedure: 'judicial-confirmation',
      confirmed: [...bothAgree, 'agreement-written'],
      body: '青山区人民法院',
      reference: `（2026）内0204诉前调确${setting.draw.between(102, 986)}号`,
    }),
    then('note-procedure', { event: 'docketed' }, 2),
  ];
}

/** Not agreed within the month: what else the law offers stands open. */
function notAgreed(setting: Setting): PlannedStep[] {
  const { steps, then } = mediation(setting);
  return [
    ...steps,
    then('end-procedure', { outcome: 'failed', text: say.outcomePhrases['not-settled'][0] }, 3),
  ];
}

const petitionLimit = { clock: 'petition-handling/decide' };

/** 信访工作条例 22, 23, 34: routed, taken, being handled; complex enough to ask for thirty more days. */
function petition(setting: Setting): PlannedStep[] {
  const { steps, handler } = taken(setting);
  const then = onRoadmap(setting.office, handler);
  return [
    ...steps,
    then('start-procedure', { procedure: 'petition-routing', confirmed: ['no-suit-pending'] }, 0),
    then('note-procedure', { event: 'routed' }, 2),
    then('end-procedure', { outcome: 'admitted', text: '属于本单位职权，已书面告知受理。' }, 2),
    then('start-procedure', { procedure: 'petition-handling' }, 0),
    then('log-step', setting.draw.one(say.logPhrases), 6),
    then(
      'ask-clock-change',
      { ...petitionLimit, change: 'extension', days: 30, reason: '涉及三个单位，需要重新测量，情况复杂。' },
      6,
    ),
  ];
}

const decideBy = ({ cast }: Setting, body: Body): PlannedStep =>
  step(cast.dispatcher, 'decide-clock-change', { isApproved: true, ...body }, 1, asDispatcher);

const petitionExtended: Course = (setting) => [
  ...petition(setting),
  decideBy(setting, { ...petitionLimit, reason: '情况属实，同意延长三十日，请告知申请人理由。' }),
];

/** 医疗纠纷预防和处理条例 38: the limit stands still while an appraisal is made. */
const appraising: Course = (setting) => {
  const { steps, handler } = taken(setting);
  const then = onRoadmap(setting.office, handler);
  const limit = { clock: 'medical-mediation/settle' };
  return [
    ...steps,
    then('start-procedure', { procedure: 'medical-mediation', confirmed: bothAgree }, 0),
    then('note-procedure', { event: 'accepted' }),
    then(
      'ask-clock-change',
      {
        ...limit,
        change: 'pause',
        ground: 'appraisal',
        untilInDays: 45,
        reason: '双方同意委托鉴定，鉴定机构已收件。',
      },
      3,
    ),
    decideBy(setting, { ...limit, reason: '同意，鉴定期间不计入期限。' }),
  ];
};

/** 劳动争议调解仲裁法 14, 29, 43: mediation failed; the commission has it under its own number. */
const arbitrated: Course = (setting) => {
  const { steps, handler } = taken(setting);
  const then = onRoadmap(setting.office, handler);
  return [
    ...steps,
    then('start-procedure', { procedure: 'labour-mediation', confirmed: ['both-agree'] }, 0),
    then('end-procedure', { outcome: 'failed', text: '用人单位只愿付一半，申请人不同意。' }, 5),
    then('start-procedure', {
      procedure: 'labour-arbitration',
      confirmed: ['within-limitation', 'no-suit-pending'],
      body: '青山区劳动人事争议仲裁委员会',
      reference: `青劳人仲案字〔2026〕第${setting.draw.between(102, 986)}号`,
    }),
    then('note-procedure', { event: 'accepted' }, 2),
  ];
};

/** Matters that go through lawful procedures. */
export const roadmapCourses = {
  chosen,
  unwilling,
  mediating: (setting: Setting) => mediation(setting).steps,
  agreed: (setting: Setting) => agreement(setting).steps,
  confirming,
  'not-agreed': notAgreed,
  'petition-asked': petition,
  'petition-extended': petitionExtended,
  appraising,
  arbitrated,
} as const satisfies Record<string, Course>;
export type RoadmapCourseName = keyof typeof roadmapCourses;

type Terms = {
  /** Kinds of dispute that may take this way. */
  readonly kinds: readonly string[];
  /** How many working days ago the last step was taken, at least and at most. */
  readonly lastAge: readonly [number, number];
};

const neighbourly = ['02', '03', '04', '15'];

const terms: Readonly<Record<RoadmapCourseName, Terms>> = {
  chosen: { kinds: neighbourly, lastAge: [0, 1] },
  unwilling: { kinds: neighbourly, lastAge: [0, 1] },
  mediating: { kinds: neighbourly, lastAge: [1, 8] },
  agreed: { kinds: neighbourly, lastAge: [1, 4] },
  confirming: { kinds: neighbourly, lastAge: [1, 6] },
  'not-agreed': { kinds: neighbourly, lastAge: [1, 3] },
  'petition-asked': { kinds: ['08', '09'], lastAge: [1, 2] },
  'petition-extended': { kinds: ['08', '09'], lastAge: [2, 9] },
  appraising: { kinds: ['13'], lastAge: [2, 9] },
  arbitrated: { kinds: ['10'], lastAge: [2, 9] },
};

/** What a course asks of its matter; undefined of a course that leads through no procedure. */
export function termsOf(course: string): Terms | undefined {
  return (terms as Partial<Record<string, Terms>>)[course];
}
