import { expect, it } from 'vitest';
import { readEvents } from './read-events.ts';

it('tells every event once, however the text is cut on its way', async () => {
  const text = 'event: open\ndata: {}\n\n: still here\n\nevent: notice\ndata: {}\n\nevent: end\ndata: {}\n\n';
  for (const size of [1, 7, 1000]) {
    const heard: string[] = [];
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const bytes = new TextEncoder().encode(text);
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
    await readEvents(body, (name) => heard.push(name));
    expect(heard).toEqual(['open', 'notice', 'end']);
  }
});
