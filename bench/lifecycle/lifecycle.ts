import { join } from 'node:path';
import type { Staff } from '../instance/staff.ts';
import type { Instance } from '../instance/start-instance.ts';
import { besideCeiling } from '../load/beside-ceiling.ts';
import { openClient } from '../load/client.ts';
import type { Area } from '../sizes/area.ts';
import { lives } from './life.ts';

export async function benchLifecycle(instance: Instance): Promise<void> {
  const area = openLifecycle(instance, instance.staff, 5);
  try {
    await area.measure();
  } finally {
    await area.close();
  }
}

/** Whole lives a second over HTTP. */
export function openLifecycle(instance: Instance, staff: Staff, rounds: number): Area {
  const client = openClient(instance.url);
  return besideCeiling(instance, {
    bench: 'lifecycle',
    file: join(import.meta.dirname, 'ceiling-process.ts'),
    opening: { databaseUrl: instance.databaseUrl, staff },
    rows: 800,
    lanes: 24,
    seconds: 5,
    rounds,
    work: lives(client, staff),
    close: () => client.close(),
  });
}
