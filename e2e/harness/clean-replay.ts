import { inject } from 'vitest';

/** Fails the story after which what is stored of some clock is not what the events tell. */
export async function expectCleanReplay(story: string): Promise<void> {
  const answer = await fetch(`${inject('replayDoor')}/${encodeURIComponent(story)}`);
  const lines = (await answer.json()) as string[];
  if (lines.length > 0) throw new Error(`Replay found:\n${lines.join('\n')}`);
}
