import type { Instance } from '../instance/start-instance.ts';
import { openClient } from '../load/client.ts';
import { type Area, readingArea } from '../sizes/area.ts';

/** A supervisor's board of the county: its figures by centre, office and kind, and the first page of what is behind them. */
export function openBoard(instance: Instance): Area {
  const client = openClient(instance.url);
  const { token } = instance.staff.supervisor;
  const get = (path: string) => client.get(`/api/v1/oversight/${path}`, token);
  return readingArea(
    instance,
    'board',
    async () => {
      const { rows } = JSON.parse(await get('figures?by=office'));
      const open = rows.reduce((sum: number, row: { open: number }) => sum + row.open, 0);
      if (!(open > 0)) throw new Error('the board is empty');
      return [
        { name: 'by centre', run: () => get('figures?by=centre') },
        { name: 'by office', run: () => get('figures?by=office') },
        { name: 'by kind', run: () => get('figures?by=kind') },
        { name: 'its matters', run: () => get('matters') },
      ];
    },
    () => client.close(),
  );
}
