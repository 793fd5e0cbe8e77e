import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isWrong } from '#domain/roadmap/compare-replay.ts';
import type { Services } from '#server/app/services.ts';
import { type FoundDifference, replayMatters } from '#server/features/matters/public.ts';

/**
 * After each story every clock is reckoned again from the events, in the program's own process; here the story asks for
 * it. A difference is laid at the door of the story that was the first to see it, at each of its tries.
 */
export async function openReplayDoor(services: Services): Promise<{ url: string; close(): Promise<void> }> {
  const seenBy = new Map<string, string>();
  const door = createServer(async (request, response) => {
    const story = request.url ?? '';
    const lines: string[] = [];
    const onDifference = (found: FoundDifference): void => {
      if (!isWrong(found)) return;
      const line = JSON.stringify(found);
      if (!seenBy.has(line)) seenBy.set(line, story);
      if (seenBy.get(line) === story) lines.push(line);
    };
    await replayMatters(services, { onDifference }).catch((failure) => lines.push(String(failure)));
    response.end(JSON.stringify(lines));
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      door.close();
      await once(door, 'close');
    },
  };
}
