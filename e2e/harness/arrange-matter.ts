import type { MatterPresent, MatterView } from '#contract/matters/matter.ts';
import type { RegisterMatterAnswer, RegisterMatterBody } from '#contract/matters/register-matter.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { get, post } from './program.ts';

/** The people of the stories, all of Qingshan except the last two: the upper centre, and who leads the city. */
export const clerk = 'clerk-qingshan';
export const dispatcher = 'dispatcher-qingshan';
export const handler = 'handler-qingshan-housing';
export const supervisor = 'supervisor-qingshan';
export const upperDispatcher = 'dispatcher-baotou';

export const housing = unitIdOf('1502', '150204/housing');
export const housingName = '青山区住房和城乡建设局';

export const leakStory = '小区顶楼漏水半年，物业公司一直没有修，业主停交物业费，上门催收时发生争吵。';

/** A matter of this story's own, so that no story depends on what the demo brought or another one left. */
export async function register(more: Partial<RegisterMatterBody> = {}): Promise<MatterPresent> {
  const { matter } = await post<RegisterMatterAnswer>(clerk, 'matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: leakStory,
    parties: [
      { seat: 'applicant', kind: 'person', name: '王示例', phone: '13800001234' },
      { seat: 'respondent', kind: 'organisation', name: '示例物业服务有限公司' },
    ],
    ...more,
  });
  return matter;
}

type Step = readonly [account: string, action: string, fields?: object];

const path: readonly Step[] = [
  [dispatcher, 'accept'],
  [dispatcher, 'route', { unitId: housing }],
  [handler, 'accept-hand-over'],
  [handler, 'record-outcome', { outcome: 'settled', text: '十日内修好屋面，修好后补交物业费。' }],
  [handler, 'answer', { text: '物业公司承诺十日内修好屋面。', by: 'phone' }],
  [clerk, 'call-back', { result: 'satisfied' }],
  [dispatcher, 'close'],
];

/** Brings a matter along the straight path up to and with this action. */
export async function bring(matter: MatterPresent, last: string): Promise<MatterPresent> {
  let present = matter;
  for (const [account, action, fields] of path) {
    present = await step(account, present, action, fields);
    if (action === last) return present;
  }
  throw new Error(`${last} is not on the straight path`);
}

export function step(
  account: string,
  { id, version }: { id: string; version: number },
  action: string,
  fields: object = {},
): Promise<MatterPresent> {
  return post(account, `matters/${id}/actions/${action}`, { version, ...fields });
}

export function look(id: string, account = clerk): Promise<MatterView> {
  return get(account, `matters/${id}`);
}

export function eventsOf(matter: MatterView): string[] {
  return matter.timeline.map(({ type }) => type).reverse();
}
