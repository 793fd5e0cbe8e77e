/** Every word of the portal, in English: the keys of `zh.ts`. */

export * from './en-bring.ts';
export * from './en-follow.ts';
export * from './en-frame.ts';
export * from './en-help.ts';
export * from './en-outbox.ts';
export * from './en-roadmap.ts';
