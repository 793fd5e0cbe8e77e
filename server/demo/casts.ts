import type { Role } from '#domain/access/vocabulary.ts';

/** Who plays at a centre: user names, and the offices that have somebody. */
export type Cast = {
  readonly centre: string;
  readonly clerks: readonly string[];
  readonly dispatcher: string;
  /** Who may call back; never whoever handled. */
  readonly callers: readonly string[];
  readonly offices: readonly Office[];
  /** Who settles at the centre itself. */
  readonly own: Office;
  readonly supervisor: string | null;
  /** Regions in which its disputes happen. */
  readonly regions: readonly string[];
};

export type Office = { readonly unit: string; readonly settlers: readonly string[]; readonly role?: Role };

export const qingshan: Cast = {
  centre: '150204',
  clerks: ['clerk-qingshan', 'clerk-qingshan', 'clerk2-qingshan'],
  dispatcher: 'dispatcher-qingshan',
  callers: ['clerk-qingshan', 'clerk2-qingshan', 'supervisor-qingshan'],
  offices: [
    { unit: '150204/housing', settlers: ['handler-qingshan-housing', 'mediator-qingshan-housing'] },
    { unit: '150204/labour', settlers: ['handler-qingshan-labour'] },
    { unit: '150204/justice', settlers: ['handler-qingshan-justice'] },
  ],
  own: { unit: '150204', settlers: ['mediator-qingshan'] },
  supervisor: 'supervisor-qingshan',
  regions: [
    '150204',
    '150204001',
    '150204002',
    '150204003',
    '150204004',
    '150204005',
    '150204006',
    '150204100',
  ],
};

export const xianfengdao: Cast = {
  centre: '150204001',
  clerks: ['clerk-xianfengdao'],
  dispatcher: 'dispatcher-xianfengdao',
  callers: ['clerk-xianfengdao', 'dispatcher-xianfengdao'],
  offices: [],
  own: { unit: '150204001', settlers: ['mediator-xianfengdao'] },
  supervisor: null,
  regions: ['150204001'],
};

export const kundulun: Cast = {
  centre: '150203',
  clerks: ['clerk-kundulun'],
  dispatcher: 'dispatcher-kundulun',
  callers: ['clerk-kundulun', 'supervisor-kundulun'],
  offices: [
    { unit: '150203/housing', settlers: ['handler-kundulun'] },
    { unit: '150203/market-regulation', settlers: ['handler-kundulun'] },
  ],
  own: { unit: '150203', settlers: ['mediator-kundulun'] },
  supervisor: 'supervisor-kundulun',
  regions: ['150203', '150203001', '150203003', '150203005', '150203009', '150203100'],
};

/** One person does all there is to do; the county's centre calls back. */
export const buerhantu: Cast = {
  centre: '150203102',
  clerks: ['clerk-buerhantu'],
  dispatcher: 'clerk-buerhantu',
  callers: ['clerk-kundulun'],
  offices: [],
  own: { unit: '150203102', settlers: ['clerk-buerhantu'], role: 'handler' },
  supervisor: null,
  regions: ['150203102'],
};

export const baotou: Cast = {
  centre: '1502',
  clerks: ['clerk-baotou'],
  dispatcher: 'dispatcher-baotou',
  callers: ['clerk-baotou', 'supervisor-baotou'],
  offices: [{ unit: '1502/labour', settlers: ['handler-baotou-labour'] }],
  own: { unit: '1502', settlers: ['mediator-baotou'] },
  supervisor: 'supervisor-baotou',
  regions: ['150202', '150205', '150207', '150221', '150271'],
};
