/** Every word of the portal, in Chinese, by topic; `en.ts` holds the same keys. A part's words stand in a file of its own. */

export * from './zh-bring.ts';
export * from './zh-follow.ts';
export * from './zh-frame.ts';
export * from './zh-help.ts';
export * from './zh-outbox.ts';
export * from './zh-roadmap.ts';
