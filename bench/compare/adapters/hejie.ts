import { randomUUID } from 'node:crypto';
import type { RegisterMatterBody } from '#contract/matters/register-matter.ts';
import { type Adapter, type Matter, pageSize, said, settingOf } from '../adapter.ts';

type Seat = 'clerk' | 'dispatcher' | 'handler' | 'supervisor';

/** Hejie by its own interface: four people with a token each, since nobody may take all the steps of a life. */
export const adapter: Adapter = {
  name: 'hejie',
  lacks: [
    'mail that comes in as a matter or as an answer',
    'fields, states and workflows that an administrator makes by hand',
    'projects, wiki, time sheets',
  ],
  async open(system) {
    const { settings, requests } = system;
    const unitId = settingOf(system, 'handlerUnitId');
    const tokens: Record<Seat, string> = {
      clerk: settingOf(system, 'clerk'),
      dispatcher: settingOf(system, 'dispatcher'),
      handler: settingOf(system, 'handler'),
      supervisor: settingOf(system, 'supervisor'),
    };
    const place = { kind: settings.kind ?? '15', regionCode: settings.regionCode ?? '150204001' };
    const as = (seat: Seat) => ({ authorization: `Bearer ${tokens[seat]}` });
    const get = async (seat: Seat, path: string) =>
      JSON.parse(await requests.send({ path: `/api/v1/${path}`, headers: as(seat), expected: 200 }));
    const post = async (seat: Seat, path: string, body: object, expected: number) => {
      const headers = { ...as(seat), 'idempotency-key': randomUUID() };
      const answer = await requests.send({
        method: 'POST',
        path: `/api/v1/${path}`,
        headers,
        body,
        expected,
      });
      return JSON.parse(answer);
    };
    const create = async (matter: Matter) =>
      (await post('clerk', 'matters', registration(matter, place), 201)).matter;

    return {
      create,
      async live(matter) {
        const { id, version: first } = await create(matter);
        let version = first;
        const act = async (seat: Seat, action: string, fields: object = {}) => {
          ({ version } = await post(seat, `matters/${id}/actions/${action}`, { version, ...fields }, 200));
        };
        await act('dispatcher', 'accept');
        await act('dispatcher', 'route', { unitId });
        await act('handler', 'accept-hand-over');
        await act('handler', 'log-step', { kind: 'phone', text: said.note });
        await act('handler', 'record-outcome', { outcome: 'settled', text: said.outcome });
        await act('handler', 'answer', { text: said.answer, by: 'phone' });
        await act('supervisor', 'call-back', { result: 'satisfied', rating: 5 });
        await act('dispatcher', 'close');
        const { status } = await get('clerk', `matters/${id}`);
        if (status !== 'closed') throw new Error(`a life ended as ${status}`);
      },
      list: async () => (await get('dispatcher', `matters?queue=mine&limit=${pageSize}`)).matters.length,
      search: async (word) =>
        (await get('clerk', `search?q=${encodeURIComponent(word)}&limit=${pageSize}`)).hits.length,
    };
  },
};

function registration(matter: Matter, place: { kind: string; regionCode: string }): RegisterMatterBody {
  const { subject, story, request, applicant, respondent } = matter;
  return {
    channel: 'window',
    ...place,
    subject,
    story,
    request,
    parties: [
      { seat: 'applicant', kind: 'person', name: applicant.name, phone: applicant.phone, address: '青山区' },
      {
        seat: 'respondent',
        kind: 'organisation',
        name: respondent.name,
        creditCode: respondent.creditCode,
      },
    ],
    needs: [],
  };
}
