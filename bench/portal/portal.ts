import type { Instance } from '../instance/start-instance.ts';
import { benchAtTwoSizes } from '../load/at-two-sizes.ts';
import { openClient } from '../load/client.ts';
import { registrations } from '../load/registrations.ts';

/** What the public asks for: the first page, help, and one's own matter by code and secret, again and again. */
export async function benchPortal(instance: Instance): Promise<void> {
  const client = openClient(instance.url);
  const { clerk } = instance.staff;
  const origin = new URL(instance.url).origin;
  try {
    const { receipt } = JSON.parse(await client.post('/api/v1/matters', clerk.token, registrations()(), 201));
    const [{ secret }] = receipt.secrets;
    const door = await fetch(`${origin}/p/follow`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ code: receipt.code, secret }),
    });
    const [cookie = ''] = (door.headers.getSetCookie()[0] ?? '').split(';');
    if (door.status !== 303 || cookie === '') throw new Error(`the door answered ${door.status}`);
    await benchAtTwoSizes('portal', instance, async () => [
      { name: 'first page', run: () => client.page('/p/', '') },
      { name: 'help', run: () => client.page('/p/help', '') },
      { name: 'own matter', run: () => client.page('/p/follow/matter', cookie) },
    ]);
  } finally {
    client.close();
  }
}
