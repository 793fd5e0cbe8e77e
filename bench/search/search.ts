import { searched } from '../fill/fill-matters.ts';
import type { Instance } from '../instance/start-instance.ts';
import { openClient } from '../load/client.ts';
import { type Area, readingArea } from '../sizes/area.ts';

/** What a clerk searches for: a word that all of their matters hold, one that five hold, two at once, a part of a word. */
export function openSearch(instance: Instance): Area {
  const client = openClient(instance.url);
  const { token } = instance.staff.clerk;
  const search = (q: string) => client.get(`/api/v1/search?q=${encodeURIComponent(q)}`, token);
  return readingArea(
    instance,
    'search',
    async () => {
      const { total } = JSON.parse(await search(searched.rare));
      if (total !== searched.rareMatters) throw new Error(`the rare word was found ${total} times`);
      return [
        { name: 'rare', run: () => search(searched.rare) },
        { name: 'common', run: () => search(searched.common) },
        { name: 'two words', run: () => search('漏水 赔偿') },
        { name: 'part of a word', run: () => search('面漏') },
      ];
    },
    () => client.close(),
  );
}
