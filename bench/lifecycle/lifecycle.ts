import type { Instance } from '../instance/start-instance.ts';
import { type Client, openClient } from '../load/client.ts';
import { median, quantile, rounded } from '../load/figures.ts';
import { load } from '../load/load.ts';
import { registrations } from '../load/registrations.ts';
import { printLine, printTable } from '../report.ts';

const lanes = 24;
const rounds = 5;
const seconds = 5;

/** Whole lives a second: from the counter to closed and read again, by the four people whose turns they are. */
export async function benchLifecycle(instance: Instance): Promise<void> {
  const client = openClient(instance.url);
  const live = lifecycle(client, instance.staff);
  try {
    await load(lanes, 4, live);
    const done: { perSecond: number; p50: number; p99: number }[] = [];
    while (done.length < rounds) {
      const { perSecond, latenciesInMs } = await load(lanes, seconds, live);
      const round = {
        perSecond: rounded(perSecond),
        p50: rounded(median(latenciesInMs)),
        p99: rounded(quantile(latenciesInMs, 0.99)),
      };
      done.push(round);
      printLine({ bench: 'lifecycle', round: done.length, ...round });
    }
    const of = (figure: 'perSecond' | 'p50' | 'p99'): number => median(done.map((round) => round[figure]));
    const result = { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99') };
    printTable(done, result);
    printLine({ bench: 'lifecycle', ...result });
  } finally {
    client.close();
  }
}

function lifecycle(client: Client, { clerk, dispatcher, handler, supervisor }: Instance['staff']) {
  const next = registrations();
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
