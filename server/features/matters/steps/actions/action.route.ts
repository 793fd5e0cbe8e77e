import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { words } from '#contract/language/language.ts';
import { type ActionBody, actionBodies, type JsonAction } from '#contract/matters/actions.ts';
import { MatterPresent } from '#contract/matters/matter.ts';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleBody, exampleHeaders, exampleParams, examples } from '../../examples.ts';
import { changeMatter } from '../change-matter.ts';
import { answerTask } from '../joint-work/answer-task.ts';
import { askAssistance } from '../joint-work/ask-assistance.ts';
import { returnTask } from '../joint-work/return-task.ts';
import { waiveTask } from '../joint-work/waive-task.ts';
import { mergeMatter } from '../merging/merge-matter.ts';
import { splitMatter } from '../merging/split-matter.ts';
import { askClockChange, decideClockChange, endClockPause } from '../roadmap/change-clock.ts';
import { chooseProcedure } from '../roadmap/choose-procedure.ts';
import { endProcedure } from '../roadmap/end-procedure.ts';
import { noteProcedure } from '../roadmap/note-procedure.ts';
import { startProcedure } from '../roadmap/start-procedure.ts';
import { correctRegistration } from '../side-ways/correct-registration.ts';
import { escalateMatter } from '../side-ways/escalate-matter.ts';
import { linkMatter, unlinkMatter } from '../side-ways/link-matter.ts';
import { resumeWork } from '../side-ways/resume-work.ts';
import { sealMatter, unsealMatter } from '../side-ways/seal-matter.ts';
import { suspendWork } from '../side-ways/suspend-work.ts';
import { transferMatter } from '../side-ways/transfer-matter.ts';
import type { MatterUseCase } from '../use-case.ts';
import { acceptHandOver } from './accept-hand-over.ts';
import { acceptMatter } from './accept-matter.ts';
import { answerApplicant } from './answer-applicant.ts';
import { askUpperCallBack } from './ask-upper-call-back.ts';
import { assignHandler } from './assign-handler.ts';
import { callBack } from './call-back.ts';
import { closeMatter } from './close-matter.ts';
import { closeNotReached } from './close-not-reached.ts';
import { decideDestination } from './decide-destination.ts';
import { declineMatter } from './decline-matter.ts';
import { declineReopening } from './decline-reopening.ts';
import { logStep } from './log-step.ts';
import { recordOutcome } from './record-outcome.ts';
import { reopenMatter } from './reopen-matter.ts';
import { returnHandOver } from './return-hand-over.ts';
import { reviewClosing } from './review-closing.ts';
import { reviewSafety } from './review-safety.ts';
import { routeMatter } from './route-matter.ts';
import { withdrawMatter } from './withdraw-matter.ts';
import { writeToParties } from './write-to-parties.ts';

/** Every step on a matter but adding papers. A use case missing here is a compile error. */
export const useCases: { readonly [A in JsonAction]: MatterUseCase<A> } = {
  accept: acceptMatter,
  decline: declineMatter,
  withdraw: withdrawMatter,
  route: routeMatter,
  'accept-hand-over': acceptHandOver,
  'return-hand-over': returnHandOver,
  decide: decideDestination,
  assign: assignHandler,
  'log-step': logStep,
  'review-safety': reviewSafety,
  'record-outcome': recordOutcome,
  answer: answerApplicant,
  'call-back': callBack,
  'ask-upper-call-back': askUpperCallBack,
  close: closeMatter,
  'close-not-reached': closeNotReached,
  'review-closing': reviewClosing,
  reopen: reopenMatter,
  suspend: suspendWork,
  resume: resumeWork,
  transfer: transferMatter,
  escalate: escalateMatter,
  correct: correctRegistration,
  link: linkMatter,
  unlink: unlinkMatter,
  seal: sealMatter,
  unseal: unsealMatter,
  'decline-reopening': declineReopening,
  'write-to-parties': writeToParties,
  'ask-assistance': askAssistance,
  'answer-task': answerTask,
  'return-task': returnTask,
  'waive-task': waiveTask,
  merge: mergeMatter,
  split: splitMatter,
  'choose-procedure': chooseProcedure,
  'start-procedure': startProcedure,
  'note-procedure': noteProcedure,
  'end-procedure': endProcedure,
  'ask-clock-change': askClockChange,
  'decide-clock-change': decideClockChange,
  'end-pause': endClockPause,
};

/** Who may read a sealed file is not changed by whoever finds an open desk. */
const namesReaders: readonly string[] = ['seal', 'unseal'];

/** One path for each action: the body differs, the course is the same. */
export function actionRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    const today = legalDay(services.clock.now(), services.pack.city.zone);
    for (const action of Object.keys(actionBodies) as JsonAction[]) {
      app.post(
        `/matters/:id/actions/${action}`,
        {
          config: {
            policy: 'work-on-matters',
            demoAccount: examples[action].account,
            ...(namesReaders.includes(action) ? { isDangerous: true } : {}),
          },
          schema: {
            tags: ['actions'],
            operationId: action,
            summary: `${words('en').actions[action]} ${words('zh').actions[action]}`,
            params: exampleParams(action),
            headers: exampleHeaders(action, IdempotencyHeaders),
            body: exampleBody(action, actionBodies[action], today),
            response: { 200: MatterPresent },
          },
        },
        (request) =>
          changeMatter(services, actorOf(request), useCases[action] as MatterUseCase<typeof action>, {
            matterId: (request.params as { id: string }).id,
            body: request.body as ActionBody<typeof action>,
            idempotencyKey: idempotencyKeyOf(request.headers),
            language: request.language,
          }),
      );
    }
  };
}
