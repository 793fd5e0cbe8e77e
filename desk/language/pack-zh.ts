export * as shared from '#contract/language/zh.ts';
export { zh as own } from './zh.ts';
