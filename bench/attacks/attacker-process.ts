import { attacks } from './attack-list.ts';
import type { Running, Tally, Target } from './target.ts';

/** The attacker has a process of its own, so that what it does is not measured as the visitors' own waiting. */
export type AttackQuestion = { readonly name: string; readonly target: Target } | { readonly name: null };
export type AttackAnswer = { readonly tally: Tally };

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));

let running: Running | undefined;
process.on('message', async (question: AttackQuestion) => {
  if (question.name !== null) running = await attacks[question.name]?.(question.target);
  const tally = question.name === null ? (running?.stop() ?? {}) : {};
  process.send?.({ tally } satisfies AttackAnswer);
});
