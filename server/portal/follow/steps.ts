import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fill, type Language, words } from '#contract/language/language.ts';
import type { PartyAction } from '#domain/matters/vocabulary.ts';
import { toldBy, toldLanguages } from '#domain/messages/vocabulary.ts';
import { isHttpProblem } from '#server/app/refusal.ts';
import {
  askReopening,
  changeMatterAsParty,
  chooseTelling,
  type PartyAtMatter,
  rateHandling,
  readAsParty,
  takeBack,
} from '#server/features/matters/public.ts';
import { emptyForm, type Form, type FormError, sentForm } from '../form.ts';
import { switchedLanguage } from '../language-switch.ts';
import { portalWords } from '../words/words.ts';
import type { FollowContext } from './follow-context.ts';
import { newFormKey } from './sending.ts';

const config = { policy: 'public' } as const;
const textAtMost = 2000;

/** Taking it back, asking for it to be taken up again, rating it, choosing how to be told: a form and its sending each. */
export function stepRoutes(app: FastifyInstance, context: FollowContext): void {
  wordsRoutes(app, context, { action: 'take-back', place: '/take-back', useCase: takeBack });
  wordsRoutes(app, context, { action: 'ask-reopening', place: '/reopening', useCase: askReopening });
  ratingRoutes(app, context);
  tellingRoutes(app, context);
}

type Shown = {
  readonly form: Form;
  readonly notice?: string;
  readonly seconds?: number;
  readonly status?: number;
  /** Switched to just now. */
  readonly language?: Language;
  /** At which the form was filled in, where that is not now. */
  readonly version?: number;
};

type WordsStep = {
  readonly action: Extract<PartyAction, 'take-back' | 'ask-reopening'>;
  readonly place: string;
  readonly useCase: typeof takeBack;
};

/** A step that asks for a reason in one's own words. What moved meanwhile may change one's mind: it is said first. */
function wordsRoutes(
  app: FastifyInstance,
  context: FollowContext,
  { action, place, useCase }: WordsStep,
): void {
  const { services, page, enter, notNow, sending } = context;
  const show = (
    reply: FastifyReply,
    party: PartyAtMatter,
    { form, notice = '', seconds = 0, status = 200, language, version = party.version }: Shown,
  ) => {
    if (seconds > 0) reply.header('retry-after', String(seconds));
    const data = {
      form,
      notice,
      seconds,
      action,
      place,
      key: keyOf(form),
      language,
      version,
      back: '/p/follow/matter',
    };
    const stage = words(reply.request.language).statuses[party.status];
    return page(reply, 'follow/words', { ...data, stage, textAtMost }, status);
  };
  app.get(place, { config }, async (request, reply) => {
    const party = await enter(request, reply);
    if (party === null) return reply;
    if (!party.actions.includes(action)) return notNow(reply, party, action);
    return show(reply, party, { form: emptyForm });
  });
  app.post(place, { config }, async (request, reply) => {
    const party = await enter(request, reply);
    if (party === null) return reply;
    const sent = sentForm(request);
    const text = sent.text('text');
    const form = (errors: FormError[] = []): Form => ({ values: { text, key: sent.text('key') }, errors });
    const language = switchedLanguage(reply, sent.go);
    if (language !== null) {
      const version = versionOf(sent.text('version'));
      return party.actions.includes(action)
        ? show(reply, party, { form: form(), language, version })
        : notNow(reply, party, action, { kept: text, language });
    }
    const fault = textFault(request, text, portalWords(request.language).words[`${action}-missing`]);
    if (fault !== null) return show(reply, party, { form: form([fault]), status: 422 });
    const content = { text };
    const went = await sending(
      party,
      { key: sent.text('key'), version: versionOf(sent.text('version')), content },
      (order) =>
        changeMatterAsParty(services, party, useCase, {
          matterId: party.matterId,
          body: { version: order.version, text },
          idempotencyKey: order.idempotencyKey,
        }),
    );
    if (went.how === 'done') return reply.redirect(`/p/follow/matter?done=${action}`, 303);
    if (went.how === 'wait')
      return show(reply, party, { form: form(), notice: 'wait', seconds: went.seconds, status: 429 });
    if (went.how === 'moved' && party.actions.includes(action))
      return show(reply, party, { form: form(), notice: 'moved', status: 409 });
    return notNow(reply, party, action, { kept: text });
  });
}

function ratingRoutes(app: FastifyInstance, { services, page, enter, notNow, sending }: FollowContext): void {
  const action = 'rate';
  const show = (reply: FastifyReply, { form, notice = '', seconds = 0, status = 200, language }: Shown) => {
    if (seconds > 0) reply.header('retry-after', String(seconds));
    return page(
      reply,
      'follow/rating',
      { form, notice, seconds, key: keyOf(form), back: '/p/follow/matter', textAtMost, language },
      status,
    );
  };
  app.get('/rating', { config }, async (request, reply) => {
    const party = await enter(request, reply);
    if (party === null) return reply;
    return party.actions.includes(action) ? show(reply, { form: emptyForm }) : notNow(reply, party, action);
  });
  app.post('/rating', { config }, async (request, reply) => {
    const party = await enter(request, reply);
    if (party === null) return reply;
    const sent = sentForm(request);
    const text = sent.text('text');
    const rating = /^[1-5]$/.test(sent.text('rating')) ? Number(sent.text('rating')) : null;
    const form = (errors: FormError[] = []): Form => ({
      values: { text, rating: sent.text('rating'), key: sent.text('key') },
      errors,
    });
    const language = switchedLanguage(reply, sent.go);
    if (language !== null)
      return party.actions.includes(action)
        ? show(reply, { form: form(), language })
        : notNow(reply, party, action, { kept: text, language });
    const errors: FormError[] = [];
    if (rating === null) errors.push({ field: 'rating', text: portalWords(request.language).rating.missing });
    const tooLong = textFault(request, text, null);
    if (tooLong !== null) errors.push(tooLong);
    if (rating === null || errors.length > 0) return show(reply, { form: form(errors), status: 422 });
    const content = { rating, text };
    const went = await sending(party, { key: sent.text('key'), version: party.version, content }, (order) =>
      changeMatterAsParty(services, party, rateHandling, {
        matterId: party.matterId,
        body: { version: order.version, rating, text },
        idempotencyKey: order.idempotencyKey,
      }),
    );
    if (went.how === 'done') return reply.redirect('/p/follow/matter?done=rate', 303);
    if (went.how === 'wait')
      return show(reply, { form: form(), notice: 'wait', seconds: went.seconds, status: 429 });
    if (went.how === 'moved') return show(reply, { form: form(), notice: 'again', status: 409 });
    return notNow(reply, party, action, { kept: text });
  });
}

function tellingRoutes(
  app: FastifyInstance,
  { services, page, enter, notNow, sending }: FollowContext,
): void {
  const action = 'choose-telling';
  const show = async (
    reply: FastifyReply,
    party: PartyAtMatter,
    { form, notice = '', seconds = 0, status = 200, language }: Shown,
  ) => {
    if (seconds > 0) reply.header('retry-after', String(seconds));
    const { telling } = await readAsParty(services, party, reply.request.language);
    const values = { toldBy: telling.by, toldLanguage: telling.language, ...form.values };
    const data = {
      form: { ...form, values },
      notice,
      seconds,
      telling,
      key: keyOf(form),
      back: '/p/follow/matter',
      language,
    };
    return page(reply, 'follow/telling', data, status);
  };
  app.get('/telling', { config }, async (request, reply) => {
    const party = await enter(request, reply);
    if (party === null) return reply;
    return party.actions.includes(action)
      ? show(reply, party, { form: emptyForm })
      : notNow(reply, party, action);
  });
  app.post('/telling', { config }, async (request, reply) => {
    const party = await enter(request, reply);
    if (party === null) return reply;
    const sent = sentForm(request);
    const by = toldBy.find((one) => one === sent.text('toldBy'));
    const toldLanguage = toldLanguages.find((one) => one === sent.text('toldLanguage')) ?? request.language;
    const email = sent.text('email').slice(0, 254);
    const values = { toldBy: sent.text('toldBy'), toldLanguage, email, key: sent.text('key') };
    const form = (errors: FormError[] = []): Form => ({ values, errors });
    const language = switchedLanguage(reply, sent.go);
    if (language !== null) return show(reply, party, { form: form(), language });
    if (by === undefined) {
      const text = portalWords(request.language).telling.missing;
      return show(reply, party, { form: form([{ field: 'toldBy', text }]), status: 422 });
    }
    try {
      // An address is kept for those who want mail, and for nobody else.
      const content = { toldBy: by, toldLanguage, email: by === 'mail' ? email : '' };
      const went = await sending(party, { key: sent.text('key'), version: party.version, content }, (order) =>
        changeMatterAsParty(services, party, chooseTelling, {
          matterId: party.matterId,
          body: { version: order.version, ...content },
          idempotencyKey: order.idempotencyKey,
        }),
      );
      if (went.how === 'done') return reply.redirect('/p/follow/matter?done=choose-telling', 303);
      if (went.how === 'wait')
        return show(reply, party, { form: form(), notice: 'wait', seconds: went.seconds, status: 429 });
      if (went.how === 'moved') return show(reply, party, { form: form(), notice: 'again', status: 409 });
      return notNow(reply, party, action);
    } catch (thrown) {
      if (!isHttpProblem(thrown) || thrown.errors === undefined) throw thrown;
      const { telling } = portalWords(request.language);
      const errors = thrown.errors.map(({ field }) => ({
        field,
        text:
          field === 'email'
            ? email === ''
              ? telling['email-missing']
              : telling['email-wrong']
            : telling['no-mobile'],
      }));
      return show(reply, party, { form: form(errors), status: 422 });
    }
  });
}

/** A form that comes back with what was typed keeps its key: whether it was sent already is told by its words. */
function keyOf({ values }: Form): string {
  const key = values['key'];
  return typeof key === 'string' && /^[\w-]{8,40}$/.test(key) ? key : newFormKey();
}

function versionOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function textFault({ language }: FastifyRequest, text: string, missing: string | null): FormError | null {
  if (text === '' && missing !== null) return { field: 'text', text: missing };
  const { form } = portalWords(language);
  const count = [...text].length - textAtMost;
  return count > 0 ? { field: 'text', text: fill(form['characters-over'], { count }) } : null;
}
