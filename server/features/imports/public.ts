export { type ImportCounts, importMatters } from './import-matters.ts';
export type { RefusedRow } from './imported-rows.ts';
export { readMap } from './read-map.ts';
