import type { Instance } from '../instance/start-instance.ts';
import { openClient } from '../load/client.ts';
import { type Area, readingArea } from '../sizes/area.ts';

/** A clerk's office queue, its first page with the counts, and one matter's file. */
export function openQueue(instance: Instance): Area {
  const client = openClient(instance.url);
  const { token } = instance.staff.clerk;
  return readingArea(
    instance,
    'queue',
    async () => {
      const { matters } = JSON.parse(await client.get('/api/v1/matters?queue=office', token));
      if (matters.length !== 50) throw new Error(`a page of ${matters.length}`);
      let next = 0;
      const aFile = () => client.get(`/api/v1/matters/${matters[next++ % matters.length].id}`, token);
      return [
        { name: 'queue', run: () => client.get('/api/v1/matters?queue=office', token) },
        { name: 'ended', run: () => client.get('/api/v1/matters?queue=ended', token) },
        { name: 'matter page', run: aFile },
      ];
    },
    () => client.close(),
  );
}
