import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { CityView } from '#contract/organisations/city.ts';
import { packedAnswer } from '#server/app/packed-answer.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';

/** The city as the desk needs it to fill its lists. */
export function cityRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/city',
      {
        onSend: packedAnswer(),
        config: { policy: 'be-posted', demoAccount: 'clerk-qingshan' },
        schema: {
          tags: ['organisation'],
          operationId: 'read-city',
          summary: 'Regions, kinds, centres and departments',
          response: { 200: CityView },
        },
      },
      () => {
        const { city, regions, kinds } = services.pack;
        return {
          code: city.code,
          name: city.name,
          nameEn: city.nameEn,
          zone: city.zone,
          areaCode: city.areaCode,
          today: todayOf(services),
          regions: [...regions.values()].map((region) => ({
            ...region,
            parentCode: region.parentCode ?? null,
          })),
          kinds: [...kinds.values()],
          units: services.directory.all().map(({ version: _version, ...unit }) => unit),
        };
      },
    );
  };
}
