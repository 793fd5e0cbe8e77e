import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import {
  AbsenceView,
  CancelAbsenceBody,
  CreateAbsenceBody,
  ListAbsencesAnswer,
  ListAbsencesQuery,
} from '#contract/organisations/absences.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleHeaders } from '#server/features/matters/public.ts';
import { bodyExamples, exampleAccounts, exampleParams, withExample } from '../examples.ts';
import { cancelAbsence } from './cancel-absence.ts';
import { createAbsence } from './create-absence.ts';
import { listAbsences } from './list-absences.ts';

const tags = ['organisation'];
const config = { policy: 'arrange-absence', demoAccount: exampleAccounts.supervisor } as const;

/** Who is away, and who does their work meanwhile. */
export function absenceRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/organisation/absences',
      {
        config,
        schema: {
          tags,
          operationId: 'list-absences',
          summary: "A unit's absences, the latest first",
          querystring: ListAbsencesQuery,
          response: { 200: ListAbsencesAnswer },
        },
      },
      (request) => listAbsences(services, actorOf(request), request.query, request.language),
    );
    app.post(
      '/organisation/absences',
      {
        config,
        schema: {
          tags,
          operationId: 'create-absence',
          summary: 'Arrange an absence 外出代理: who, until when, who does the work',
          headers: exampleHeaders('create-absence', IdempotencyHeaders),
          body: withExample(CreateAbsenceBody, bodyExamples['create-absence']),
          response: { 201: AbsenceView },
        },
      },
      async (request, reply) => {
        const { language, headers } = request;
        const making = { language, idempotencyKey: idempotencyKeyOf(headers) };
        return reply.code(201).send(await createAbsence(services, actorOf(request), request.body, making));
      },
    );
    app.post(
      '/organisation/absences/:id/actions/cancel',
      {
        config,
        schema: {
          tags,
          operationId: 'cancel-absence',
          summary: 'Cancel an absence: the person stays, or is back early',
          params: exampleParams('cancel-absence'),
          body: withExample(CancelAbsenceBody, bodyExamples['cancel-absence']),
          response: { 200: AbsenceView },
        },
      },
      (request) =>
        cancelAbsence(services, actorOf(request), request.params.id, request.body, request.language),
    );
  };
}
