export * as shared from '#contract/language/en.ts';
export { en as own } from './en.ts';
