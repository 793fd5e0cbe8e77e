import type { Staff } from '../instance/staff.ts';
import type { Client } from '../load/client.ts';
import { registrations } from '../load/registrations.ts';

/** Whole lives: from the counter to closed and read again, by the four people whose turns they are. */
export function lives(client: Pick<Client, 'get' | 'post'>, staff: Staff): () => Promise<{ code: string }> {
  const { clerk, dispatcher, handler, supervisor } = staff;
  const next = registrations(clerk.actor.regionCode);
  const toDepartment = { unitId: handler.actor.unitId };
  return async () => {
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
    const { status, code } = JSON.parse(await client.get(address, clerk.token));
    if (status !== 'closed') throw new Error(`a life ended as ${status}`);
    return { code };
  };
}
