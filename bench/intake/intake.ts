import { join } from 'node:path';
import type { Staff } from '../instance/staff.ts';
import type { Instance } from '../instance/start-instance.ts';
import { besideCeiling } from '../load/beside-ceiling.ts';
import { openClient } from '../load/client.ts';
import { registrations } from '../load/registrations.ts';
import type { Area } from '../sizes/area.ts';

export async function benchIntake(instance: Instance): Promise<void> {
  const intake = openIntake(instance, instance.staff, 5);
  try {
    await intake.measure();
  } finally {
    await intake.close();
  }
}

/** Registrations a second over HTTP. */
export function openIntake(instance: Instance, { clerk }: Staff, rounds: number): Area {
  const client = openClient(instance.url);
  const next = registrations(clerk.actor.regionCode);
  return besideCeiling(instance, {
    bench: 'intake',
    file: join(import.meta.dirname, 'ceiling-process.ts'),
    opening: { databaseUrl: instance.databaseUrl, actor: clerk.actor },
    rows: 12_000,
    lanes: 32,
    seconds: 4,
    rounds,
    work: () => client.post('/api/v1/matters', clerk.token, next(), 201),
    close: () => client.close(),
  });
}
