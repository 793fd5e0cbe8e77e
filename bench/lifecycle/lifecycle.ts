import type { Staff } from '../instance/staff.ts';
import type { Instance } from '../instance/start-instance.ts';
import { type Client, openClient } from '../load/client.ts';
import { load } from '../load/load.ts';
import { registrations } from '../load/registrations.ts';
import { printLine, printTable } from '../report.ts';
import { type Area, type Figures, inRounds } from '../sizes/area.ts';

const bench = 'lifecycle';
const lanes = 24;
const seconds = 5;

export async function benchLifecycle(instance: Instance): Promise<void> {
  const lives = openLifecycle(instance, instance.staff, 5);
  try {
    await lives.measure();
  } finally {
    await lives.close();
  }
}

/** Whole lives a second: from the counter to closed and read again, by the four people whose turns they are. */
export function openLifecycle(instance: Instance, staff: Staff, rounds: number): Area {
  const client = openClient(instance.url);
  const live = lifecycle(client, staff);
  return {
    bench,
    async measure() {
      await load(lanes, 4, live);
      const done: Figures[] = [];
      const result = await inRounds(instance, lanes, seconds, rounds, live, (round) => {
        done.push(round);
        printLine({ bench, round: done.length, ...round });
      });
      printTable(done, result);
      printLine({ bench, ...result });
      return [{ bench, name: bench, ...result }];
    },
    close: () => client.close(),
  };
}

function lifecycle(client: Client, { clerk, dispatcher, handler, supervisor }: Staff) {
  const next = registrations(clerk.actor.regionCode);
  const toDepartment = { unitId: handler.actor.unitId };
  return async (): Promise<void> => {
    const registered = JSON.parse(await client.post('/api/v1/matters', clerk.token, next(), 201));
    const address = `/api/v1/matters/${registered.matter.id}`;
    let { version } = registered.matter;
    const act = async ({ token }: { token: string }, action: string, fields: object = {}): Promise<void> => {
      const answer = await client.post(`${address}/actions/${action}`, token, { version, ...fields }, 200);
      ({ version } = JSON.parse(answer));
    };
    await act(dispatcher, 'accept');
    await act(dispatcher, 'route', toDepartment);
    await act(handler, 'accept-hand-over');
    await act(handler, 'log-step', { kind: 'phone', text: '电话联系申请人，约定周五上午到现场查看。' });
    await act(handler, 'record-outcome', { outcome: 'settled', text: '物业公司十日内修好屋面。' });
    await act(handler, 'answer', { text: '您反映的漏水问题，物业公司承诺十日内修好。', by: 'phone' });
    await act(supervisor, 'call-back', { result: 'satisfied', rating: 5 });
    await act(dispatcher, 'close');
    const { status } = JSON.parse(await client.get(address, clerk.token));
    if (status !== 'closed') throw new Error(`a life ended as ${status}`);
  };
}
