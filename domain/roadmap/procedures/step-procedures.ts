import type { Status, Step } from '#domain/matters/vocabulary.ts';
import type { StepLimit } from '#domain/organisations/city-pack.ts';
import { civilCounting } from '../counting.ts';
import { exit, type InTwoLanguages, type Procedure, type ProcedureClock } from './procedure.ts';

/** The office's own steps as procedures: no pack may use these keys. */
export const stepProcedureKeys = ['intake', 'department-handling', 'completion'] as const;
export type StepProcedureKey = (typeof stepProcedureKeys)[number];

/** Whoever reads a table of procedures reads the present limits of a city; they have no first day. */
const always = '2000-01-01';
const centre = { zh: '综治中心', en: 'The centre' };
const late: InTwoLanguages = {
  zh: '即为超期：按预警颜色提醒承办人和督办员，当事人在进度页看得到；事项继续办理。',
  en: 'The step is late: its colour warns the handler and the supervisor, the party sees it, and the work goes on.',
};

type StepLimits = Readonly<Record<Step, StepLimit>>;
type StepClock = { readonly step: Step; readonly starts: Status; readonly isMain?: true };

/** 登记受理分流, 部门办理, 反馈回访归档: the limits of a city's own steps, so that lists and diagrams show them as well. */
export function stepProcedures(limits: StepLimits): Procedure[] {
  return [
    procedureOf(limits, {
      key: 'intake',
      title: { zh: '登记、受理、分流', en: 'Registering, accepting, routing' },
      what: {
        zh: '中心登记您反映的事项，决定是否受理，并交给主管的部门；部门接收或者退回，退转有争议的由上级中心裁定。',
        en: 'The centre registers the matter, accepts or declines it and gives it to the office in charge, which takes it or sends it back; where that is disputed the upper centre decides.',
      },
      body: centre,
      clocks: [
        { step: 'accept', starts: 'registered', isMain: true },
        { step: 'route', starts: 'accepted' },
        { step: 'hand-over', starts: 'offered' },
        { step: 'decide', starts: 'disputed' },
      ],
      outcomes: [
        {
          outcome: 'admitted',
          title: { zh: '部门已接收', en: 'Taken by an office' },
          next: ['department-handling'],
        },
        { outcome: 'declined', title: { zh: '不予受理', en: 'Declined' }, next: [exit] },
        { outcome: 'withdrawn', title: { zh: '撤回', en: 'Withdrawn' }, next: [exit] },
      ],
    }),
    procedureOf(limits, {
      key: 'department-handling',
      title: { zh: '部门办理', en: 'Handling by the office in charge' },
      what: {
        zh: '主管部门调查、协调、处理，或者引导您走合适的法定程序；法定程序进行期间，以该程序的期限为准。',
        en: 'The office in charge looks into the matter and settles it, or leads it into a lawful procedure; while one runs, its own limits hold.',
      },
      body: { zh: '承办部门', en: 'The handling office' },
      clocks: [
        { step: 'handle', starts: 'handling', isMain: true },
        { step: 'conclude', starts: 'handling' },
      ],
      outcomes: [
        { outcome: 'decided', title: { zh: '有办理结果', en: 'Outcome recorded' }, next: ['completion'] },
        {
          outcome: 'other-way',
          title: { zh: '转交其他单位', en: 'Given to another office' },
          next: ['intake'],
        },
      ],
    }),
    procedureOf(limits, {
      key: 'completion',
      title: { zh: '反馈、回访、归档', en: 'Answering, calling back, filing' },
      what: {
        zh: '答复您，由承办人以外的人回访，您满意后归档；不满意的重新办理。',
        en: 'You are answered, somebody other than the handler calls back, and the matter is filed; if you are dissatisfied it is handled again.',
      },
      body: centre,
      clocks: [
        { step: 'answer', starts: 'resolved', isMain: true },
        { step: 'call-back', starts: 'answered' },
        { step: 'close', starts: 'called-back' },
      ],
      outcomes: [
        { outcome: 'answered', title: { zh: '办结归档', en: 'Closed and filed' }, next: [exit] },
        {
          outcome: 'failed',
          title: { zh: '不满意，重新办理', en: 'Dissatisfied: handled again' },
          next: ['department-handling'],
        },
      ],
    }),
  ];
}

type StepProcedure = Pick<Procedure, 'title' | 'what' | 'body' | 'outcomes'> & {
  readonly key: StepProcedureKey;
  readonly clocks: readonly StepClock[];
};

function procedureOf(limits: StepLimits, { key, clocks, ...words }: StepProcedure): Procedure {
  const own = clocks.map((clock) => clockOf(limits, clock));
  return {
    key,
    ...words,
    heldBy: 'step',
    isEntry: key === 'intake',
    isVoluntary: false,
    startedBy: 'office',
    kinds: null,
    excludedKinds: [],
    requires: [],
    events: [],
    clocks: own,
    source: [...new Set(own.map(({ source }) => source))].join('；'),
    // The city's own rule: nobody has to look it up in a law.
    isVerified: true,
    inForceFrom: always,
  };
}

function clockOf(limits: StepLimits, { step, starts, isMain = undefined }: StepClock): ProcedureClock {
  const { count, unit, title, titleEn, source } = limits[step];
  return {
    key: step,
    title: { zh: title, en: titleEn },
    starts,
    ends: [],
    limit: { count, unit },
    counting: civilCounting,
    isMain: isMain === true,
    owedBy: 'office',
    extension: null,
    pauses: [],
    expiry: late,
    source,
    isVerified: true,
  };
}
