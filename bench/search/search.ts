import { searched } from '../fill/fill-matters.ts';
import type { Instance } from '../instance/start-instance.ts';
import { benchAtTwoSizes } from '../load/at-two-sizes.ts';
import { openClient } from '../load/client.ts';

/** What a clerk searches for: a word that all of their matters hold, one that five hold, two at once, a part of a word. */
export async function benchSearch(instance: Instance): Promise<void> {
  const client = openClient(instance.url);
  const { token } = instance.staff.clerk;
  const search = (q: string) => client.get(`/api/v1/search?q=${encodeURIComponent(q)}`, token);
  try {
    await benchAtTwoSizes('search', instance, async () => {
      const { total } = JSON.parse(await search(searched.rare));
      if (total !== searched.rareMatters) throw new Error(`the rare word was found ${total} times`);
      return [
        { name: 'rare', run: () => search(searched.rare) },
        { name: 'common', run: () => search(searched.common) },
        { name: 'two words', run: () => search('漏水 赔偿') },
        { name: 'part of a word', run: () => search('面漏') },
      ];
    });
  } finally {
    client.close();
  }
}
