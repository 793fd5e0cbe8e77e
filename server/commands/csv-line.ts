export { csvLine as lineOf } from '#domain/exports/csv-line.ts';
