import { actionBodies, type JsonAction } from '#contract/matters/actions.ts';
import type { RegisterMatterBody } from '#contract/matters/register-matter.ts';
import { refusedDemoNumber } from '#server/adapters/messages/outbox.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import {
  exampleAccounts,
  exampleCode,
  exampleMatterId,
  examplePaperId,
  examplePartyId,
  examples,
} from '#server/features/matters/public.ts';
import { type ActingAs, demoActor } from './accounts.ts';
import { buerhantu } from './casts.ts';
import { createDraw } from './draw.ts';
import { momentsOf } from './moments.ts';
import type { PlannedStep } from './planned-step.ts';
import type { PlayedMatter } from './play.ts';
import { tinyPicture } from './tiny-files.ts';

const { supervisor, clerk, dispatcher, handler } = exampleAccounts;

/** A step with the very example of its operation as its body. */
function step(
  by: string,
  action: JsonAction,
  fields: Readonly<Record<string, unknown>> = {},
  as: ActingAs = {},
): PlannedStep {
  const [example] = (actionBodies[action] as { examples?: Record<string, unknown>[] }).examples ?? [];
  return { by, as, action, body: { ...example, ...fields }, gap: 0 };
}

const accept = step(dispatcher, 'accept');
const route = step(dispatcher, 'route', examples.route.fields);
const take = step(handler, 'accept-hand-over');
const giveBack = step(handler, 'return-hand-over');
const settle = step(handler, 'record-outcome');
const answer = step(handler, 'answer');
const callBack = step(clerk, 'call-back');
const close = step(dispatcher, 'close');

const handling = [accept, route, take];
const asked = [...handling, step(handler, 'ask-assistance', examples['ask-assistance'].fields)];
const answered = [...handling, settle, answer];
const closed = [...answered, callBack, close];

/** On the legal roadmap: a petition being handled, a mediation under way, a limit that somebody asked to extend or halt. */
const mediation = [...handling, step(handler, 'start-procedure')];
const petition = [
  ...handling,
  step(handler, 'start-procedure', { procedure: 'petition-routing', confirmed: ['no-suit-pending'] }),
];
const accepted = [
  ...petition,
  step(handler, 'end-procedure', { outcome: 'admitted', text: '属于本单位职权，予以受理。' }),
  step(handler, 'start-procedure', { procedure: 'petition-handling', confirmed: [] }),
];
const askExtension = step(handler, 'ask-clock-change');
const halted = { clock: 'medical-mediation/settle' };
const paused = [
  ...handling,
  step(handler, 'start-procedure', {
    procedure: 'medical-mediation',
    confirmed: ['both-agree', 'no-suit-pending'],
  }),
  step(handler, 'note-procedure', { event: 'accepted' }),
  step(handler, 'ask-clock-change', {
    ...halted,
    change: 'pause',
    days: undefined,
    ground: 'appraisal',
    untilInDays: 20,
    reason: '委托鉴定机构鉴定，鉴定期间不计入。',
  }),
  step(dispatcher, 'decide-clock-change', { ...halted, reason: '同意鉴定期间暂停计算。' }),
];

/** A step of the example's own applicant, who is no account. */
const askReopening = { action: 'ask-reopening' } as const;

/** At a centre with one person, who is everything by turns. */
const [alone = ''] = buerhantu.clerks;
const aloneAs = (role: 'dispatcher' | 'handler'): ActingAs => ({ role });
const answeredAlone = [
  step(alone, 'accept', {}, aloneAs('dispatcher')),
  step(alone, 'route', { unitId: unitIdOf('1502', buerhantu.centre) }, aloneAs('dispatcher')),
  step(alone, 'accept-hand-over', {}, aloneAs('handler')),
  step(alone, 'record-outcome', {}, aloneAs('handler')),
  step(alone, 'answer', {}, aloneAs('handler')),
];

type ExampleName = keyof typeof examples;

/** How each example's matter comes to where its example works: the steps before it, one for each version. */
const ways: Readonly<Record<ExampleName, readonly (PlannedStep | typeof askReopening)[]>> = {
  'link-other': [],
  read: [{ by: clerk, as: {}, action: 'add-paper', kind: 'evidence', gap: 0 }],
  accept: [],
  decline: [],
  withdraw: [],
  'add-paper': [],
  'review-safety': [],
  route: [accept],
  'accept-hand-over': [accept, route],
  'return-hand-over': [accept, route],
  decide: [accept, route, giveBack, route, giveBack],
  assign: handling,
  'log-step': handling,
  'record-outcome': handling,
  answer: [...handling, settle],
  'call-back': answered,
  'close-not-reached': answered,
  'ask-upper-call-back': answeredAlone,
  close: [...answered, callBack],
  'review-closing': [...answered, step(clerk, 'close-not-reached')],
  reopen: closed,
  'decline-reopening': [...closed, askReopening],
  'write-to-parties': handling,
  'ask-assistance': handling,
  'answer-task': asked,
  'return-task': asked,
  'waive-task': asked,
  merge: [accept],
  'merge-into': [accept],
  split: handling,
  're-issue-secret': [],
  suspend: handling,
  resume: [...handling, step(handler, 'suspend', { resumeInDays: 30 })],
  transfer: handling,
  escalate: [accept],
  correct: [],
  link: [],
  unlink: [step(clerk, 'link', examples.link.fields)],
  seal: handling,
  unseal: [...handling, step(supervisor, 'seal', examples.seal.fields)],
  'choose-procedure': [accept],
  'start-procedure': handling,
  'note-procedure': petition,
  'end-procedure': mediation,
  'ask-clock-change': accepted,
  'decide-clock-change': [...accepted, askExtension],
  'end-pause': paused,
};

const paper = { name: '现场照片.png', mediaType: 'image/png', content: tinyPicture([146, 138, 121]) };

/** Nobody can be called back where the applicant is anonymous. */
const anonymous: readonly ExampleName[] = ['close-not-reached', 'review-closing'];

export function exampleMatters(services: Services): PlayedMatter[] {
  const draw = createDraw(1);
  return (Object.keys(ways) as ExampleName[]).map((name) => {
    const steps = ways[name];
    const moments = momentsOf(
      Array.from({ length: steps.length + 1 }, () => 0),
      {
        now: services.clock.now(),
        zone: services.pack.city.zone,
        calendar: services.calendar,
        draw,
        lastAge: 1,
      },
    );
    const [at = services.clock.now(), ...times] = moments;
    const isAlone = name === 'ask-upper-call-back';
    return {
      id: exampleMatterId(name),
      partyIds: [examplePartyId(name)],
      code: name === 'link-other' ? exampleCode : undefined,
      by: isAlone ? demoActor(services, alone, { role: 'clerk' }) : demoActor(services, clerk),
      at,
      body: registration(name, isAlone ? buerhantu.centre : '150204001'),
      steps: steps.map((one, place) => {
        const then = times[place] ?? at;
        if (one.action === 'ask-reopening') {
          const party = {
            cityCode: services.pack.city.code,
            partyId: examplePartyId(name),
            seat: 'applicant',
            role: 'party',
          } as const;
          return { by: party, at: then, action: one.action, text: '约定的维修没有做完。' };
        }
        const taken = { by: demoActor(services, one.by, one.as), at: then };
        if (one.action !== 'add-paper') return { ...taken, action: one.action, body: one.body };
        return { ...taken, action: one.action, kind: one.kind, files: [paper], ids: [examplePaperId] };
      }),
    };
  });
}

const applicant = { seat: 'applicant', kind: 'person', name: '王示例' } as const;

function registration(name: ExampleName, regionCode: string): RegisterMatterBody {
  return {
    channel: 'window',
    // Only a medical dispute is mediated as one.
    kind: name === 'end-pause' ? '13' : '15',
    regionCode,
    subject: `接口示例：${name}`,
    story: `这件事项供接口文档的示例“${name}”使用，人物和经过都是虚构的。小区顶楼漏水，物业公司说好的维修时间一拖再拖。`,
    request: '按约定修好。',
    parties: anonymous.includes(name)
      ? [{ seat: 'applicant', kind: 'anonymous' }]
      : [
          name === 'read'
            ? { ...applicant, phone: refusedDemoNumber, toldBy: 'sms' }
            : { ...applicant, phone: '19900000000' },
          { seat: 'respondent', kind: 'organisation', name: '示例物业服务有限公司' },
        ],
    ...(name === 'review-safety' && {
      safety: { danger: 'violence-threatened', hiddenFrom: ['respondent'], help: 'consented' },
    }),
  };
}
