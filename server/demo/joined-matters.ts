import type { RegisterMatterBody } from '#contract/matters/register-matter.ts';
import { knownId, unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import { demoActor } from './accounts.ts';
import { kundulun, qingshan } from './casts.ts';
import { createDraw } from './draw.ts';
import { momentsOf } from './moments.ts';
import type { PlannedStep } from './planned-step.ts';
import type { PlayedMatter } from './play.ts';

const [clerk = '', , colleague = ''] = qingshan.clerks;
const { dispatcher } = qingshan;
const handler = 'handler-qingshan-housing';

function step(
  by: string,
  action: 'accept' | 'route' | 'accept-hand-over' | 'assign' | 'merge' | 'split',
  body: object = {},
): PlannedStep {
  return { by, as: {}, action, body: { ...body }, gap: 1 };
}

const idOf = (name: string): string => knownId(`demo/joined/${name}`);
const route = step(dispatcher, 'route', { unitId: unitIdOf('1502', '150204/housing') });
const handling = [step(dispatcher, 'accept'), route, step(handler, 'accept-hand-over')];

type Parties = RegisterMatterBody['parties'];
const upstairs: Parties = [
  { seat: 'applicant', kind: 'person', name: '吴淑珍', phone: '19900000011' },
  { seat: 'respondent', kind: 'person', name: '杨志刚' },
];

/** Matters that belong together, in the order in which they came: a leak brought twice, two disputes brought as one. */
const joined: readonly {
  readonly name: string;
  readonly by: string;
  readonly channel: RegisterMatterBody['channel'];
  readonly regionCode: string;
  readonly subject: string;
  readonly story: string;
  readonly request: string;
  readonly parties: Parties;
  readonly steps: readonly PlannedStep[];
  readonly age: number;
}[] = [
  {
    name: 'leak',
    by: clerk,
    channel: 'window',
    regionCode: '150204002',
    subject: '楼上卫生间漏水泡坏吊顶',
    story: '丰盈小区五号楼楼上卫生间漏水，泡坏楼下的吊顶和橱柜，双方为赔偿数额争执了一个月。',
    request: '修好漏点，赔偿吊顶和橱柜。',
    parties: upstairs,
    steps: handling,
    age: 6,
  },
  {
    name: 'leak-again',
    by: colleague,
    channel: 'hotline',
    regionCode: '150204002',
    subject: '楼下邻居为漏水多次上门',
    story: '丰盈小区五号楼楼下邻居说卫生间漏水泡坏吊顶和橱柜，多次上门要求赔偿，楼上认为数额太高。',
    request: '合理确定赔偿数额。',
    parties: [
      { seat: 'applicant', kind: 'person', name: '杨志刚', phone: '19900000012' },
      { seat: 'respondent', kind: 'person', name: '吴淑珍' },
    ],
    steps: [
      step(dispatcher, 'accept'),
      step(dispatcher, 'merge', {
        intoId: idOf('leak'),
        intoVersion: 1 + handling.length,
        seats: [
          { partyId: idOf('leak-again/applicant'), seat: 'respondent' },
          { partyId: idOf('leak-again/respondent'), seat: 'applicant' },
        ],
        reason: '同一处漏水引起的同一争议，双方当事人相同，只是对方也来登记。',
      }),
    ],
    age: 3,
  },
  {
    name: 'two-in-one',
    by: clerk,
    channel: 'window',
    regionCode: '150204003',
    subject: '物业费和车位费',
    story:
      '万达小区业主认为绿化荒废、保洁不到位，拒交物业费；另外地下车位月租上涨没有公示，也要求退还多收的部分。',
    request: '核减物业费，退还多收的车位费。',
    parties: [
      { seat: 'applicant', kind: 'person', name: '郑国强', phone: '19900000013' },
      { seat: 'respondent', kind: 'organisation', name: '示例物业服务有限公司' },
    ],
    steps: [
      ...handling,
      step(dispatcher, 'split', {
        kind: '04',
        subject: '地下车位月租上涨',
        story: '地下车位月租上涨没有公示，业主要求退还多收的部分。',
        request: '退还多收的车位费。',
        partyIds: [idOf('two-in-one/applicant'), idOf('two-in-one/respondent')],
        reason: '车位由另一家公司经营，与物业服务是两件事。',
      }),
    ],
    age: 2,
  },
  {
    name: 'noise-there',
    by: kundulun.clerks[0] ?? '',
    channel: 'hotline',
    regionCode: '150203001',
    subject: '烧烤店油烟和噪声',
    story: '友谊大街烧烤店夜间油烟和噪声扰民，排烟管道正对居民楼窗户，店主拒绝改造管道。',
    request: '改造排烟管道，夜间十点后停止营业。',
    parties: [{ seat: 'applicant', kind: 'person', name: '冯丽娟', phone: '19900000014' }],
    steps: [],
    age: 1,
  },
  {
    name: 'noise-here',
    by: clerk,
    channel: 'window',
    regionCode: '150203001',
    subject: '夜间烧烤店扰民',
    story: '友谊大街烧烤店油烟大、夜间噪声扰民，排烟管道对着居民楼窗户，多次协商店主不愿改造管道。',
    request: '改造管道。',
    parties: [{ seat: 'applicant', kind: 'person', name: '冯丽娟', phone: '19900000014' }],
    steps: [step(dispatcher, 'accept')],
    age: 0,
  },
];

/** To be played one after the other: later ones act on earlier ones. */
export function joinedMatters(services: Services): PlayedMatter[] {
  const draw = createDraw(2);
  return joined.map(({ name, by, steps, age, parties, ...told }) => {
    const times = momentsOf([...steps.map(({ gap }) => gap), 0], {
      now: services.clock.now(),
      zone: services.pack.city.zone,
      calendar: services.calendar,
      draw,
      lastAge: age,
    });
    const [at = services.clock.now(), ...then] = times;
    return {
      id: idOf(name),
      partyIds: [idOf(`${name}/applicant`), idOf(`${name}/respondent`)],
      by: demoActor(services, by),
      at,
      body: { ...told, kind: name.startsWith('noise') ? '09' : name === 'two-in-one' ? '15' : '02', parties },
      steps: steps.flatMap((one, place) =>
        one.action === 'add-paper'
          ? []
          : [
              {
                by: demoActor(services, one.by, one.as),
                at: then[place] ?? at,
                action: one.action,
                body: one.body,
              },
            ],
      ),
    };
  });
}
