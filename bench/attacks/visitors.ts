import type { Instance } from '../instance/start-instance.ts';
import type { Client } from '../load/client.ts';
import { registrations } from '../load/registrations.ts';

/** Waits longer than this are as good as no answer. */
const patienceInMs = 20_000;
const everyMs = 40;

/** What people want meanwhile, one after another: a queue, a file, their own matter on the public site, a registration. */
export type Visitors = { measure(seconds: number): Promise<Measured> };
export type Measured = { readonly latenciesInMs: number[]; readonly failed: number };

export async function openVisitors(instance: Instance, client: Client): Promise<Visitors> {
  const { clerk } = instance.staff;
  const next = registrations();
  let turn = 0;
  // A dozen colleagues, each of whom does one thing at a time.
  const anyone = () => clerk.tokens[turn++ % clerk.tokens.length] ?? '';
  const register = () => client.post('/api/v1/matters', anyone(), next(), 201);
  const { receipt } = JSON.parse(await register());
  const cookie = await follow(instance.url, receipt.code, receipt.secrets[0].secret);
  const queue = () => client.get('/api/v1/matters?queue=office', anyone());
  const { matters } = JSON.parse(await queue());
  let file = 0;
  const works = [
    queue,
    () => client.get(`/api/v1/matters/${matters[file++ % matters.length].id}`, anyone()),
    () => client.page('/p/follow/matter', cookie),
    register,
  ];
  return { measure: (seconds) => measure(works, seconds) };
}

/**
 * A request at each beat, whether those before were answered or not: people do not wait for one another. Each is measured
 * from the moment at which it was due.
 */
async function measure(works: readonly (() => Promise<unknown>)[], seconds: number): Promise<Measured> {
  const latenciesInMs: number[] = [];
  let failed = 0;
  const under: Promise<void>[] = [];
  const start = performance.now();
  const beats = Math.floor((seconds * 1000) / everyMs);
  for (let beat = 0; beat < beats; beat += 1) {
    const due = start + beat * everyMs;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const work = works[beat % works.length];
    const done = Promise.race([work?.(), tooLate()]).then(
      () => void latenciesInMs.push(performance.now() - due),
      () => {
        failed += 1;
        latenciesInMs.push(Math.max(performance.now() - due, patienceInMs));
      },
    );
    under.push(done);
  }
  await Promise.all(under);
  return { latenciesInMs, failed };
}

function tooLate(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('no answer')), patienceInMs).unref();
  });
}

async function follow(url: string, code: string, secret: string): Promise<string> {
  const { origin } = new URL(url);
  const door = await fetch(`${origin}/p/follow`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ code, secret }),
  });
  const [cookie = ''] = (door.headers.getSetCookie()[0] ?? '').split(';');
  if (door.status !== 303 || cookie === '') throw new Error(`the door answered ${door.status}`);
  return cookie;
}
