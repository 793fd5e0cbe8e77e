import { words } from '#contract/language/language.ts';
import { outboxPage } from '#server/adapters/messages/outbox.queries.ts';
import { decodeCursor, encodeCursor } from '#server/app/cursor.ts';
import { refuse } from '#server/app/refusal.ts';
import { inTransaction } from '#server/database/transaction.ts';
import type { PortalPart } from './frame.ts';
import { momentInWords } from './moment-in-words.ts';

const perPage = 20;

/** Demo only: the messages that would have gone out, newest first, their addresses masked. */
export const outboxPart: PortalPart =
  ({ services, page }) =>
  async (app) => {
    const { mode } = services.config;
    const { code: cityCode, zone } = services.pack.city;
    app.get<{ Querystring: { after?: string } }>(
      '/',
      { config: { policy: 'public' } },
      async (request, reply) => {
        if (mode !== 'demo') return refuse(404, 'unknown-route');
        const cursor = decodeCursor(request.query.after);
        const before = cursor && { at: cursor.due, id: cursor.id };
        const rows = await inTransaction(services, { cityCode, role: 'program' }, (trx) =>
          outboxPage(trx, cityCode, before, perPage + 1),
        );
        const shown = rows.slice(0, perPage);
        const last = shown.at(-1);
        const { toldBy } = words(request.language);
        return page(reply, 'outbox', {
          messages: shown.map(({ way, maskedAddress, subject, text, at }) => ({
            way: toldBy[way],
            to: maskedAddress,
            subject,
            parts: withLinks(text, services.reachedAt.url),
            lang: /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en',
            at: at.toISOString(),
            when: momentInWords(at, zone, request.language),
          })),
          isFirstPage: before === null,
          next:
            rows.length > perPage && last !== undefined
              ? `/p/outbox?after=${encodeCursor({ due: last.at.toISOString(), id: last.id })}`
              : '',
        });
      },
    );
  };

/** A message in pieces: an address of this site can be followed, as it could on a telephone; no other one. */
function withLinks(text: string, site: string): { readonly text: string; readonly isLink: boolean }[] {
  return text
    .split(/(https?:\/\/[\w.:-]+\/p\/[\w/-]+)/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isLink: piece.startsWith(`${site}/p/`) }));
}
