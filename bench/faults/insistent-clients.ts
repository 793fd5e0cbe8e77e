import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Staff } from '../instance/staff.ts';
import { registrations } from '../load/registrations.ts';

/** A change that was answered as done: from then on it may never be gone. */
export type Acknowledged = { readonly matterId: string; readonly version: number };

export type Clients = {
  readonly acknowledged: readonly Acknowledged[];
  /** How the program answered while it could not work; each once. */
  readonly refusals: ReadonlySet<string>;
  /** Answers that nobody should ever get. */
  readonly faults: readonly string[];
  /** Resolves when so many more changes than now were acknowledged. */
  more(count: number): Promise<void>;
  /** Each finishes what it has begun, so that everything asked for is either done or refused for good. */
  finish(): Promise<void>;
};

type Matter = { readonly id: string; readonly version: number };

const patienceInMs = 12_000;
const givesUpAfterMs = 60_000;

/**
 * Clerks, dispatchers and handlers at work, several at once: each registers a matter and takes it to handling. What is
 * not answered is asked for again under the same key until it is, as the desk does.
 */
export function startClients(url: string, staff: Staff, lanes: number): Clients {
  const acknowledged: Acknowledged[] = [];
  const refusals = new Set<string>();
  const faults: string[] = [];
  const nextBody = registrations();
  let isFinishing = false;

  async function insist(token: string, path: string, body: unknown): Promise<unknown> {
    const key = randomUUID();
    const until = performance.now() + givesUpAfterMs;
    while (performance.now() < until) {
      const answer = await ask(token, path, body, key);
      if (answer !== null) return answer;
      await wait(50);
    }
    throw new Error(`${path} was not answered for a minute`);
  }

  /** Nothing where the same may be asked again. */
  async function ask(token: string, path: string, body: unknown, key: string): Promise<unknown> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${url}/api/v1/${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(patienceInMs),
      });
      text = await response.text();
    } catch (failure) {
      if ((failure as Error).name === 'TimeoutError') faults.push(`${path} hung`);
      return null;
    }
    if (response.ok) return JSON.parse(text);
    const code = JSON.parse(text).code as string;
    const retryAfter = Number(response.headers.get('retry-after'));
    if (response.status !== 503 || !(retryAfter > 0)) faults.push(`${path}: ${response.status} ${code}`);
    else refusals.add(`${response.status} ${code}`);
    return response.status < 500 ? Promise.reject(new Error(faults.at(-1))) : null;
  }

  async function lane(): Promise<void> {
    const { clerk, dispatcher, handler } = staff;
    const done = <Answer extends Matter>(matter: Answer): Answer => {
      acknowledged.push({ matterId: matter.id, version: matter.version });
      return matter;
    };
    const step = async (
      token: string,
      { id, version }: Matter,
      action: string,
      fields = {},
    ): Promise<Matter> =>
      done((await insist(token, `matters/${id}/actions/${action}`, { version, ...fields })) as Matter);
    while (!isFinishing) {
      const registered = (await insist(clerk.token, 'matters', nextBody())) as { matter: Matter };
      const matter = done(registered.matter);
      const accepted = await step(dispatcher.token, matter, 'accept');
      const routed = await step(dispatcher.token, accepted, 'route', { unitId: handler.actor.unitId });
      await step(handler.token, routed, 'accept-hand-over');
    }
  }

  const working = Array.from({ length: lanes }, lane);
  const all = Promise.all(working);
  all.catch(() => undefined);
  return {
    acknowledged,
    refusals,
    faults,
    async more(count) {
      const wanted = acknowledged.length + count;
      while (acknowledged.length < wanted) await Promise.race([wait(20), all]);
    },
    async finish() {
      isFinishing = true;
      await all;
    },
  };
}
