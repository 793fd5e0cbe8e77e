import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import {
  CreateMacroBody,
  EditMacroBody,
  ListMacrosAnswer,
  MacroView,
  RetireMacroBody,
} from '#contract/office/macros.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleHeaders } from '#server/features/matters/public.ts';
import { officeExampleAccount, officeParams } from '../examples.ts';
import { createMacro, editMacro, listMacros, retireMacro } from './keep-macros.ts';

const tags = ['office'];
const config = { policy: 'keep-macros', demoAccount: officeExampleAccount } as const;

/** The set steps of an office 常用步骤. They are used through the bulk operations, on one matter or on many. */
export function macroRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/office/macros',
      {
        config: { ...config, policy: 'work-on-matters' },
        schema: {
          tags,
          operationId: 'list-macros',
          summary: "My office's macros 常用步骤",
          response: { 200: ListMacrosAnswer },
        },
      },
      (request) => listMacros(services, actorOf(request), request.language),
    );
    app.post(
      '/office/macros',
      {
        config,
        schema: {
          tags,
          operationId: 'create-macro',
          summary: 'Add a macro to my office',
          headers: exampleHeaders('create-macro', IdempotencyHeaders),
          body: CreateMacroBody,
          response: { 201: MacroView },
        },
      },
      async (request, reply) => {
        const { language, headers } = request;
        const making = { language, idempotencyKey: idempotencyKeyOf(headers) };
        const macro = await createMacro(services, actorOf(request), request.body as CreateMacroBody, making);
        return reply.code(201).send(macro);
      },
    );
    app.post(
      '/office/macros/:id/actions/edit',
      {
        config,
        schema: {
          tags,
          operationId: 'edit-macro',
          summary: 'Change name and steps of a macro',
          params: officeParams('edit-macro'),
          body: EditMacroBody,
          response: { 200: MacroView },
        },
      },
      (request) =>
        editMacro(
          services,
          actorOf(request),
          request.params.id,
          request.body as EditMacroBody,
          request.language,
        ),
    );
    app.post(
      '/office/macros/:id/actions/retire',
      {
        config,
        schema: {
          tags,
          operationId: 'retire-macro',
          summary: 'Take a macro out of use',
          params: officeParams('retire-macro'),
          body: RetireMacroBody,
          response: { 200: MacroView },
        },
      },
      (request) =>
        retireMacro(services, actorOf(request), request.params.id, request.body.version, request.language),
    );
  };
}
