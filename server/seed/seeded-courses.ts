import * as demo from '#server/demo/courses.ts';
import * as say from '#server/demo/phrases.ts';
import { asSettler, type Course, type PlannedStep, type Setting, step } from '#server/demo/planned-step.ts';
import { termsOf } from '#server/demo/roadmap-courses.ts';
import type { Level } from './staff.ts';

const { courses } = demo;

/** Whoever has it in hand brings it to its end: what came out, the answer, the call, the file. */
function finished(
  setting: Setting,
  steps: readonly PlannedStep[],
  outcome: 'settled' | 'partly-settled' | 'not-settled' = 'settled',
): PlannedStep[] {
  const { cast, draw } = setting;
  const { by = '', as = {} } = steps.findLast(({ action }) => isHandlers.has(action)) ?? {};
  const answer = { text: draw.one(say.answerPhrases), by: draw.one(['phone', 'in-person', 'message']) };
  const satisfied = { result: 'satisfied', rating: draw.between(4, 5), text: draw.one(say.satisfiedPhrases) };
  const end = step(by, 'record-outcome', demo.outcomeBody(draw, outcome), draw.between(1, 2), as);
  return [
    ...steps,
    end,
    step(by, 'answer', answer, draw.between(0, 2), as),
    demo.call(setting, satisfied),
    step(cast.clerks[0] ?? cast.dispatcher, 'close', {}, draw.between(0, 2)),
  ];
}

/** Steps that only the person takes in whose hands the matter is. */
const isHandlers = new Set<string>([
  'accept-hand-over',
  'log-step',
  'start-procedure',
  'end-procedure',
  'resume',
  'end-pause',
]);

/** Goes on from where the last of these steps left it, by the same person. */
function then(steps: readonly PlannedStep[], ...next: readonly Parameters<typeof step>[1][]) {
  const { by = '', as = {} } = steps.findLast(({ action }) => isHandlers.has(action)) ?? {};
  return (body: Readonly<Record<string, unknown>>, gap: number): PlannedStep[] => [
    ...steps,
    ...next.map((action) => step(by, action, body, gap, as)),
  ];
}

const takenBy = (setting: Setting): PlannedStep =>
  step(setting.draw.one(setting.office.settlers), 'accept-hand-over', {}, 1, asSettler(setting.office));

/** Agreed at the mediator's table; nobody asked the court. */
const mediatedClosed: Course = (setting) => finished(setting, courses.agreed(setting));

const notAgreedClosed: Course = (setting) => finished(setting, courses['not-agreed'](setting), 'not-settled');

/** Sent back once, then to the same office with a word on why. */
const returnedClosed: Course = (setting) => {
  const { office, draw } = setting;
  const again = courses.returned(setting);
  const route = again.find(({ action }) => action === 'route');
  if (route === undefined) throw new Error(`nothing is routed to ${office.unit}`);
  return finished(
    setting,
    [...again, { ...route, gap: 1 }, takenBy(setting)],
    draw.one(['settled', 'partly-settled']),
  );
};

/** To another office of the centre, which takes it. */
const transferredClosed: Course = (setting) => {
  const steps = courses.transferred(setting);
  const to = setting.cast.offices.find(({ unit }) => unit !== setting.office.unit) ?? setting.cast.own;
  const isTaken = steps.at(-1)?.action === 'accept-hand-over';
  return finished(setting, isTaken ? steps : [...steps, takenBy({ ...setting, office: to })]);
};

const suspendedClosed: Course = (setting) =>
  finished(setting, then(courses.suspended(setting), 'resume')({}, setting.draw.between(2, 6)));

/** Another office of the centre helped, and the handler brought it to its end. */
const assistedClosed: Course = (setting) => {
  const steps = courses.assisted(setting);
  const asked = steps.filter(({ action }) => action === 'ask-assistance').slice(1);
  return finished(
    setting,
    steps.filter((one) => !asked.includes(one)),
  );
};

const handledAgainClosed: Course = (setting) => finished(setting, courses['handled-again'](setting));

const decidedClosed: Course = (setting) => {
  const { office, draw } = setting;
  const steps = courses.decided(setting);
  const log = step(draw.one(office.settlers), 'log-step', draw.one(say.logPhrases), 1, asSettler(office));
  return finished(setting, [...steps, log]);
};

const decidedPetition = { outcome: 'decided', text: '已作出处理意见并送达。' };

/** 信访: within the sixty days, or within thirty more. */
const petitionClosed: Course = (setting) => {
  const asked = courses['petition-asked'](setting).filter(({ action }) => action !== 'ask-clock-change');
  return finished(setting, then(asked, 'end-procedure')(decidedPetition, setting.draw.between(5, 15)));
};

const extendedClosed: Course = (setting) =>
  finished(
    setting,
    then(courses['petition-extended'](setting), 'end-procedure')(
      decidedPetition,
      setting.draw.between(5, 20),
    ),
  );

/** The opinion came: the limit ran on, and both agreed. */
const appraisedClosed: Course = (setting) => {
  const paused = courses.appraising(setting);
  const runs = then(paused, 'end-pause')({ clock: 'medical-mediation/settle' }, setting.draw.between(8, 20));
  return finished(
    setting,
    then(runs, 'end-procedure')({ outcome: 'agreed', text: '双方按鉴定意见达成协议。' }, 3),
  );
};

const closings = {
  'mediated-closed': mediatedClosed,
  'not-agreed-closed': notAgreedClosed,
  'returned-closed': returnedClosed,
  'transferred-closed': transferredClosed,
  'suspended-closed': suspendedClosed,
  'assisted-closed': assistedClosed,
  'handled-again-closed': handledAgainClosed,
  'decided-closed': decidedClosed,
  'petition-closed': petitionClosed,
  'extended-closed': extendedClosed,
  'appraised-closed': appraisedClosed,
} as const satisfies Record<string, Course>;

const ofTheDemo = {
  registered: courses.registered,
  accepted: courses.accepted,
  offered: courses.offered,
  returned: courses.returned,
  disputed: courses.disputed,
  handling: courses.handling,
  assigned: courses.assigned,
  resolved: courses.resolved,
  answered: courses.answered,
  'not-reached': courses['not-reached'],
  'called-back': courses['called-back'],
  unsatisfied: courses.unsatisfied,
  closed: courses.closed,
  'closed-not-reached': courses['closed-not-reached'],
  reopened: courses.reopened,
  declined: courses.declined,
  withdrawn: courses.withdrawn,
  'kept-safe': courses['kept-safe'],
  suspended: courses.suspended,
  transferred: courses.transferred,
  escalated: courses.escalated,
  sealed: courses.sealed,
  corrected: courses.corrected,
  chosen: courses.chosen,
  unwilling: courses.unwilling,
  mediating: courses.mediating,
  agreed: courses.agreed,
  confirming: courses.confirming,
  'not-agreed': courses['not-agreed'],
  'petition-asked': courses['petition-asked'],
  'petition-extended': courses['petition-extended'],
  appraising: courses.appraising,
  arbitrated: courses.arbitrated,
} as const satisfies Record<string, Course>;

/** The demo's ways that suit every centre, and such as lead on from them to the end. */
export const seededCourses = { ...ofTheDemo, ...closings };
export type SeededCourseName = keyof typeof seededCourses;

/** Whether a matter of this kind may go this way at a centre of this level, which has so many offices. */
export function isLawfulCourse(
  course: SeededCourseName,
  kind: string,
  level: Level,
  offices: number,
): boolean {
  const kinds = kindsOf(course);
  if (kinds !== undefined && !kinds.includes(kind)) return false;
  // Whoever decides a dispute over competence sits at the city's centre: that is above the counties'.
  if (course === 'disputed' || course === 'decided-closed') return level === 'county' && offices > 0;
  if (course === 'escalated') return level !== 'city';
  if (course === 'kept-safe') return kind === '01';
  if (course === 'assisted-closed' || course === 'transferred' || course === 'transferred-closed')
    return offices > 1;
  return true;
}

const startsAs: Partial<Record<SeededCourseName, string>> = {
  'mediated-closed': 'agreed',
  'not-agreed-closed': 'not-agreed',
  'petition-closed': 'petition-asked',
  'extended-closed': 'petition-extended',
  'appraised-closed': 'appraising',
};

const kindsOf = (course: SeededCourseName): readonly string[] | undefined =>
  termsOf(startsAs[course] ?? course)?.kinds;
