import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Services } from '#server/app/services.ts';

/**
 * Lets a story say "and three days later": the stories run in another process than the program, so the days by which
 * its clock runs ahead are sent here. The program itself has no such thing.
 */
export async function openClockDoor({ clock }: Services): Promise<{ url: string; close(): Promise<void> }> {
  const real = clock.now;
  let hoursAhead = 0;
  clock.now = () => real().add({ hours: hoursAhead });
  const door = createServer((request, response) => {
    hoursAhead = 24 * Number(request.url?.slice(1));
    response.writeHead(204, { connection: 'close' }).end();
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
