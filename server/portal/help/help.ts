import type { FastifyReply } from 'fastify';
import { fill, type Language } from '#contract/language/language.ts';
import type { Named } from '#domain/organisations/city-pack.ts';
import { refuse } from '#server/app/refusal.ts';
import { presentCentre } from '../centre.ts';
import type { PortalPart } from '../frame.ts';
import { regionTiles } from '../region-tiles.ts';
import { portalWords } from '../words/words.ts';

const config = { policy: 'public' } as const;
type ByCode = { Params: { code: string } };

/** Where to go, and the lawful ways for each kind of dispute: /p/help. Nothing here asks who reads it. */
export const helpPart: PortalPart =
  ({ services, page }) =>
  async (app) => {
    const { pack } = services;
    const { guidance, regions, kinds } = pack;
    const nameOf = ({ name, nameEn }: Named<string>, language: Language): string =>
      language === 'zh' ? name : nameEn;

    app.get('/', { config }, (_request, reply) => page(reply, 'help/help'));
    app.get('/rights', { config }, (_request, reply) => page(reply, 'help/rights'));

    app.get('/centres', { config }, (request, reply) =>
      page(reply, 'help/centres', {
        tiles: regionTiles(pack, request.language),
        cityCode: pack.city.code,
      }),
    );

    app.get<ByCode>('/centres/:code', { config }, (request, reply) =>
      showRegion(reply, request.params.code, request.language),
    );

    app.get('/kinds', { config }, (request, reply) =>
      page(reply, 'help/kinds', {
        kinds: [...kinds.values()].map((kind) => ({ code: kind.code, name: nameOf(kind, request.language) })),
      }),
    );

    app.get<ByCode>('/kinds/:code', { config }, (request, reply) => {
      const { language } = request;
      const kind = kinds.get(request.params.code);
      const told = guidance.ofKinds.get(request.params.code);
      if (kind === undefined || told === undefined) return refuse(404, 'unknown-route');
      const ways = told.ways.flatMap((code) => guidance.ways.get(code) ?? []);
      return page(reply, 'help/kind', {
        pageTitle: fill(portalWords(language).help['kind-title'], { kind: nameOf(kind, language) }),
        ways: ways.map((way) => ({
          name: nameOf(way, language),
          what: way.what[language],
          source: way.source,
          procedure: way.procedure,
        })),
        bringAlong: told.bring[language],
      });
    });

    /** A centre, and where it has them, those of the places below it. */
    function showRegion(reply: FastifyReply, code: string, language: Language): FastifyReply {
      const region = regions.get(code);
      if (region === undefined) return refuse(404, 'unknown-route');
      const below = [...regions.values()].filter(
        ({ parentCode, level }) => parentCode === code && level === 'township',
      );
      const upper = region.level === 'township' ? region.parentCode : undefined;
      return page(reply, 'help/centre', {
        centre: presentCentre(services, code, language),
        regionName: nameOf(region, language),
        below: below.map((place) => ({ code: place.code, name: nameOf(place, language) })),
        back: upper === undefined ? '/p/help/centres' : `/p/help/centres/${upper}`,
      });
    }
  };
