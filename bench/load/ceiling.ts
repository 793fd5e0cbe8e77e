import type { Child } from '../instance/child.ts';

/** What a process that does nothing else is told first, to get ready; then so many works are made, and done on time. */
export type CeilingQuestion<Opening> = Opening | { readonly rows: number; readonly seconds: number };
export type CeilingAnswer = { readonly perSecond: number };
export type Ceiling<Opening extends object> = Child<CeilingQuestion<Opening>, CeilingAnswer>;

/** Works a second. Everything is made before the time starts. */
export type Run = (rows: number, seconds: number) => Promise<number>;

/** The life of a ceiling's process. */
export function serveCeiling<Opening>(open: (opening: Opening) => Promise<Run>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit(0));
  process.once('message', async (opening: Opening) => {
    const run = await open(opening);
    process.on('message', async ({ rows, seconds }: { rows: number; seconds: number }) => {
      process.send?.({ perSecond: await run(rows, seconds) });
    });
    process.send?.({ perSecond: 0 });
  });
}
