import type { FastifyInstance, FastifyReply } from 'fastify';
import { fill, type Language, words } from '#contract/language/language.ts';
import { type Form, type FormValues, type SentForm, sentForm } from '../form.ts';
import { languageGo, switchLanguage } from '../language-switch.ts';
import { portalWords } from '../words/words.ts';
import { type BringContext, config } from './bring-context.ts';
import { newDraft, type OpenDraft, openDraft, removeDraft, saveDraft } from './draft.ts';
import { pageData } from './page-data.ts';
import { askedQuestions, type Fault, firstOpen, type Question, questions, sections } from './questions.ts';

type From = { Querystring: { from?: string } };

/** The pages of the questions; files have a form of their own (files.ts). */
export function questionRoutes(app: FastifyInstance, context: BringContext): void {
  const { services, world, enter } = context;
  for (const question of questions.filter(({ name }) => name !== 'files')) {
    const address = `/${question.name}`;

    app.get<From>(address, { config }, async (request, reply) => {
      const open = await enter(request, reply);
      if (open === null) return reply;
      const { answers, seen } = open.draft;
      const before = earlierOpen(question, open, context);
      if (before !== undefined) return reply.redirect(`/p/bring/${before.name}`, 303);
      if (!question.isAsked(answers, world()))
        return reply.redirect(nextAddress(open, question, false, context), 303);
      // A question that was answered before and is not right any more says so at once.
      const faults = seen.includes(question.name) ? question.faults(answers, world()) : [];
      return showQuestion(
        context,
        reply,
        question,
        open.draft.answers,
        faults,
        request.query.from === 'check',
      );
    });

    app.post(address, { config }, async (request, reply) => {
      const sent = sentForm(request);
      const found = await openDraft(services, request);
      if (found?.draft.done !== undefined) return reply.redirect('/p/bring/done', 303);
      if (sent.go === 'clear') {
        if (found !== null) await removeDraft(services, reply, found);
        return reply.redirect('/p/bring?cleared=1', 303);
      }
      // Typed for longer than a draft is kept: what was typed begins a new one.
      const open = found ?? newDraft(services, reply);
      const fromCheck = sent.text('from') === 'check';
      const isForward = sent.go === '';
      const answers = { ...open.draft.answers, ...answersIn(question, sent) };
      const faults = question.faults(answers, world());
      const seen = isForward ? [...new Set([...open.draft.seen, question.name])] : open.draft.seen;
      const saved: OpenDraft = { ...open, draft: { ...open.draft, answers, seen } };
      await saveDraft(services, saved);
      const language = languageGo(sent.go);
      const here = `/p/bring/${question.name}${fromCheck ? '?from=check' : ''}`;
      if (language !== null) return switchLanguage(reply, language, here);
      if (sent.go === 'back')
        return reply.redirect(addressBefore(question, answers, fromCheck, context), 303);
      if (faults.length > 0) return showQuestion(context, reply, question, answers, faults, fromCheck);
      return reply.redirect(nextAddress(saved, question, fromCheck, context), 303);
    });
  }
}

/** What the form sent for this question; a list that sent nothing is empty now. */
function answersIn({ fields, lists = [] }: Question, sent: SentForm): FormValues {
  return Object.fromEntries(
    fields.map((field) => [field, lists.includes(field) ? sent.all(field) : sent.text(field)]),
  );
}

/** An earlier question that is still open: nobody jumps ahead by an address. */
function earlierOpen(
  question: Question,
  { draft }: OpenDraft,
  { world }: BringContext,
): Question | undefined {
  const at = firstOpen(draft.answers, draft.seen, world());
  return at !== undefined && questions.indexOf(at) < questions.indexOf(question) ? at : undefined;
}

/** Where it goes on: back to the answers where one came from there and nothing is open, else to the next question. */
export function nextAddress(
  { draft }: OpenDraft,
  question: Question,
  fromCheck: boolean,
  { world }: BringContext,
): string {
  const { answers, seen } = draft;
  const asked = askedQuestions(answers, world());
  const next = fromCheck
    ? firstOpen(answers, seen, world())
    : asked.find((one) => questions.indexOf(one) > questions.indexOf(question));
  return next === undefined ? '/p/bring/check' : `/p/bring/${next.name}${fromCheck ? '?from=check' : ''}`;
}

export function addressBefore(
  question: Question,
  answers: FormValues,
  fromCheck: boolean,
  { world }: BringContext,
): string {
  if (fromCheck) return '/p/bring/check';
  const before = askedQuestions(answers, world()).filter(
    (one) => questions.indexOf(one) < questions.indexOf(question),
  );
  const last = before.at(-1);
  return last === undefined ? '/p/bring' : `/p/bring/${last.name}`;
}

function showQuestion(
  { services, page }: BringContext,
  reply: FastifyReply,
  question: Question,
  answers: FormValues,
  faults: readonly Fault[],
  fromCheck: boolean,
): FastifyReply {
  const { language } = reply.request;
  const data = pageData(services, question.name, answers, language);
  const form: Form = {
    values: withSuggestion(question, answers, data),
    errors: faults.map((fault) => ({ field: fault.field, text: faultSentence(fault, language) })),
  };
  return page(
    reply,
    `bring/${question.name}`,
    { ...data, form, ...walk(question, fromCheck) },
    faults.length > 0 ? 422 : 200,
  );
}

/** What the frame of every question needs. */
export function walk({ name, section }: Pick<Question, 'name' | 'section'>, fromCheck: boolean) {
  return { question: name, section, sections, from: fromCheck ? 'check' : '', languageForm: 'question' };
}

/** Choices that stand to reason are made already, and shown as made: nobody has to press what is plain. */
function withSuggestion(
  { name }: Question,
  answers: FormValues,
  data: Readonly<Record<string, unknown>>,
): FormValues {
  if (name === 'kind' && !answers.kind) return { ...answers, kind: String(data.suggestedKind ?? '') };
  if (name === 'centre' && !answers.centre) {
    const [nearest] = data.centres as { region: string }[];
    return { ...answers, centre: nearest?.region ?? '' };
  }
  if (name === 'contact' && !answers.partyKind) return { ...answers, partyKind: 'person' };
  return answers;
}

export function faultSentence({ code, count = 0 }: Fault, language: Language): string {
  const { bring } = portalWords(language);
  const { reasons } = words(language);
  const sentence = code in bring ? bring[code as keyof typeof bring] : reasons[code as keyof typeof reasons];
  return fill(sentence, { count });
}
