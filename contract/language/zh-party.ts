/** The words of the party's side, in Chinese; part of `zh.ts`. */

export const identityChecks = {
  'id-card': '看过身份证',
  passport: '看过护照',
  'business-licence': '看过营业执照和授权委托书',
  'known-in-person': '工作人员本人认识',
} as const;

export const confidence = { true: '只有办理单位能看' } as const;

export const parties = { party: '当事人' } as const;
