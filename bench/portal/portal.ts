import type { Staff } from '../instance/staff.ts';
import type { Instance } from '../instance/start-instance.ts';
import { openClient } from '../load/client.ts';
import { registrations } from '../load/registrations.ts';
import { type Area, readingArea } from '../sizes/area.ts';

/** What the public asks for: the first page, help, and one's own matter by code and secret, again and again. */
export async function openPortal(instance: Instance, { clerk }: Staff): Promise<Area> {
  const client = openClient(instance.url);
  const origin = new URL(instance.url).origin;
  const body = registrations(clerk.actor.regionCode)();
  const { receipt } = JSON.parse(await client.post('/api/v1/matters', clerk.token, body, 201));
  const [{ secret }] = receipt.secrets;
  return readingArea(
    instance,
    'portal',
    async () => {
      // Anew at each size: a visit ends after a while.
      const door = await fetch(`${origin}/p/follow`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ code: receipt.code, secret }),
      });
      const [cookie = ''] = (door.headers.getSetCookie()[0] ?? '').split(';');
      if (door.status !== 303 || cookie === '') throw new Error(`the door answered ${door.status}`);
      return [
        { name: 'first page', run: () => client.page('/p/', '') },
        { name: 'help', run: () => client.page('/p/help', '') },
        { name: 'own matter', run: () => client.page('/p/follow/matter', cookie) },
      ];
    },
    () => client.close(),
  );
}
