import type { MatterPresent } from '#contract/matters/matter.ts';
import type { RegisterMatterAnswer } from '#contract/matters/register-matter.ts';
import { unitIdOf } from '#server/app/known-ids.ts';

export const clerk = 'clerk-qingshan';
export const dispatcher = 'dispatcher-qingshan';
export const handler = 'handler-qingshan-housing';

/** The demo whose pages are shown. */
export type ShownCity = { readonly url: string; readonly tokenOf: (username: string) => string };

/** A matter brought just now, with what its applicant was given. */
export type BroughtMatter = { readonly id: string; readonly code: string; readonly secret: string };

type Step = readonly [by: string, action: string, fields?: object];

const handled: readonly Step[] = [
  [dispatcher, 'accept'],
  [dispatcher, 'route', { unitId: unitIdOf('1502', '150204/housing') }],
  [handler, 'accept-hand-over'],
];
const mediated: readonly Step[] = [
  ...handled,
  [
    handler,
    'choose-procedure',
    { procedure: 'people-mediation', isRefused: false, seats: ['applicant', 'respondent'] },
  ],
  [
    handler,
    'start-procedure',
    { procedure: 'people-mediation', confirmed: ['both-agree', 'no-suit-pending'] },
  ],
];
/** How far a matter can have come, by the steps that bring it there. */
const ways = {
  registered: [],
  accepted: [[dispatcher, 'accept']],
  mediated,
  agreed: [
    ...mediated,
    [
      handler,
      'end-procedure',
      { outcome: 'agreed', text: '物业公司十日内修好屋面，修好以后业主补交物业费。' },
    ],
  ],
} as const satisfies Record<string, readonly Step[]>;

export async function bringMatter(city: ShownCity, as: keyof typeof ways): Promise<BroughtMatter> {
  const { matter, receipt } = await post<RegisterMatterAnswer>(city, clerk, 'matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: '小区顶楼漏水半年，物业公司一直没有修，业主停交物业费，上门催收时发生争吵。',
    request: '修好屋面，重新核算物业费。',
    parties: [
      { seat: 'applicant', kind: 'person', name: '王示例', phone: '13800000000' },
      { seat: 'respondent', kind: 'organisation', name: '示例物业服务有限公司' },
    ],
  });
  let { version } = matter;
  for (const [by, action, fields] of ways[as] as readonly Step[]) {
    const path = `matters/${matter.id}/actions/${action}`;
    ({ version } = await post<MatterPresent>(city, by, path, { version, ...fields }));
  }
  return { id: matter.id, code: receipt.code, secret: receipt.secrets[0]?.secret ?? '' };
}

async function post<Answer>({ url, tokenOf }: ShownCity, by: string, path: string, body: object) {
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokenOf(by)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text) as Answer;
}
