import { join } from 'node:path';
import { Eta } from 'eta';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { fill, type Language, words } from '#contract/language/language.ts';
import type { Services } from '#server/app/services.ts';
import { asset } from './assets.ts';
import type { Form } from './form.ts';
import { portalWords } from './words/words.ts';

/**
 * How a page of the portal is made.
 *
 * - A part of the portal is a `PortalPart`: a Fastify plugin made from `{ services, page }`, registered in `portal.ts`
 *   with its prefix below /p. Every route has `config: { policy: 'public' }`. What is thrown (`refuse(…)`) leaves as an
 *   HTML page; GET of an unknown address too.
 * - `page(reply, 'follow/status', data)` renders `pages/follow/status.eta`. In a template: `it.w` the portal's words
 *   (`words/{zh,en}.ts`; a topic of your own is a file `words/zh-<topic>.ts` spread into them), `it.shared` the words of
 *   contract/language, `it.fill(sentence, {…})`, `it.language`, `it.city` (name, phone), `it.asset('portal.css')`, and
 *   whatever stands in `data`. `<%= %>` escapes; `<%~ %>` does not and is for `include` and `it.body` only. A page that
 *   prints `undefined` is an error, not an empty place.
 * - A template begins with `<% layout('/layout', { title: … }) %>`. Layout also takes `back` (an address),
 *   `isWide`, and `form` below.
 * - Parts (`pages/parts/`), each `<%~ include('/parts/field', { name: 'phone', label: …, hint: … }) %>`: `errors` (the
 *   summary; put it first), `field`, `textarea`, `radios`, `checkboxes`, `select`, `file`, `buttons`, `notice`,
 *   `summary-list`. The parts that are fields take their value and error from `it.form` (`Form`, see form.ts), so a
 *   page with fields is rendered with `data.form`, on an error with status 422, and loses nothing.
 * - The language is switched by a link (a cookie, then back to the same address). A page whose typed text must
 *   survive it passes `languageForm: '<id of its form>'`; the switch is then a button `go=language:en` of that form, and
 *   the handler calls `switchLanguage(reply, 'en', address)` where what was typed is kept, or shows the form again with
 *   `language: switchedLanguage(reply, go)` where it is not.
 * - POST: forms are `application/x-www-form-urlencoded`; `sentForm(request)` reads them (trimmed, line ends made one,
 *   control characters dropped). Answer a POST that succeeded with `reply.redirect(address, 303)`. Cross-origin POSTs
 *   are refused before the handler. Pages are `no-store`. Nothing personal, and no secret, ever in an address.
 * - Limits: `limits.ts`.
 */
export type Page = (reply: FastifyReply, name: string, data?: PageData, status?: number) => FastifyReply;
export type PageData = Readonly<Record<string, unknown>> & {
  readonly form?: Form;
  readonly languageForm?: string;
  /** Of a form that is shown again because its language was switched; else the reader's. */
  readonly language?: Language | undefined;
};

export type Portal = { readonly services: Services; readonly page: Page };
export type PortalPart = (portal: Portal) => FastifyPluginAsync;

export const languageTags: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

const templates = new Eta({
  views: join(import.meta.dirname, 'pages'),
  cache: true,
  autoEscape: true,
  autoFilter: true,
  filterFunction: printed,
});

/** What a template prints is there; a word that was forgotten is a bug, not a gap. */
function printed(value: unknown): string {
  if (value === undefined || value === null) throw new Error('a page of the portal printed nothing');
  return String(value);
}

/** The renderer of pages, for this city. */
export function createPage({ config, pack }: Pick<Services, 'config' | 'pack'>): Page {
  return (reply, name, data = {}, status = 200) => {
    const { url } = reply.request;
    const language = data.language ?? reply.request.language;
    const { city } = pack;
    const html = templates.render(`/${name}`, {
      // What a layout or a part may be told, so that a template can ask whether it was.
      form: undefined,
      back: undefined,
      languageForm: undefined,
      isWide: undefined,
      ...data,
      language,
      languageTag: languageTags[language],
      otherLanguage: language === 'zh' ? 'en' : 'zh',
      w: portalWords(language),
      shared: words(language),
      fill,
      asset,
      address: url,
      isDemo: config.mode === 'demo',
      city: { name: language === 'zh' ? city.name : city.nameEn, phone: city.enquiryPhone },
    });
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .header('content-language', languageTags[language])
      .type('text/html; charset=utf-8')
      .send(html);
  };
}
