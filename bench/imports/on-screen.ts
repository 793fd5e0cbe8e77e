import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportView, LedgerMap } from '#contract/imports/imports.ts';
import type { Instance } from '../instance/start-instance.ts';
import { forgetPeak, memoryOf, secondsOf } from './process-figures.ts';

export type OnScreen = {
  readonly uploadS: number;
  readonly checkS: number;
  readonly runS: number;
  readonly peakMb: number;
  readonly cpuS: number;
  readonly slowestMs: number;
  readonly done: ImportView;
};

/** Upload, check and run as the page does them, in the program that serves meanwhile. */
export async function importOnScreen(instance: Instance, file: string, map: LedgerMap): Promise<OnScreen> {
  const { pid } = instance;
  forgetPeak(pid);
  const cpuBefore = secondsOf(pid);
  const { send, slowestMs, stop } = desk(instance);
  try {
    const form = new FormData();
    form.append('files', await openAsBlob(file), basename(file));
    const marks = [performance.now()];
    const mark = (): number => marks.push(performance.now());
    const { id, version } = await send('imports', form);
    mark();
    await send(`imports/${id}/actions/check`, { version, map });
    const checked = await until(() => send(`imports/${id}`), 'checked');
    mark();
    await send(`imports/${id}/actions/run`, { version: checked.version });
    const done = await until(() => send(`imports/${id}`), 'done');
    mark();
    const [uploadS = 0, checkS = 0, runS = 0] = marks
      .slice(1)
      .map((at, index) => (at - (marks[index] ?? 0)) / 1000);
    const { peakMb } = memoryOf(pid);
    return {
      uploadS,
      checkS,
      runS,
      peakMb,
      cpuS: secondsOf(pid) - cpuBefore,
      slowestMs: slowestMs(),
      done,
    };
  } finally {
    stop();
  }
}

async function until(read: () => Promise<ImportView>, status: ImportView['status']): Promise<ImportView> {
  for (;;) {
    const view = await read();
    if (view.status === status) return view;
    if (view.status === 'stopped') throw new Error(`it stopped: ${view.stop?.code}`);
    await pause(200);
  }
}

/** A colleague who meanwhile asks ten times a second for a small page: how long they waited at most. */
function desk({ url, staff }: Instance) {
  const authorization = `Bearer ${staff.dispatcher.token}`;
  const send = async (path: string, body?: FormData | object): Promise<ImportView> => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${url}/api/v1/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization,
        'idempotency-key': crypto.randomUUID(),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as ImportView;
  };
  let slowest = 0;
  const timer = setInterval(async () => {
    const asked = performance.now();
    await fetch(`${url}/healthz`).then((answer) => answer.text());
    slowest = Math.max(slowest, performance.now() - asked);
  }, 100);
  return { send, slowestMs: () => slowest, stop: () => clearInterval(timer) };
}
