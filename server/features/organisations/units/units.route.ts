import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import {
  CreateDepartmentBody,
  EditUnitBody,
  ListUnitsAnswer,
  ListUnitsQuery,
  SwitchUnitBody,
  UnitView,
} from '#contract/organisations/units.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleHeaders } from '#server/features/matters/public.ts';
import { bodyExamples, exampleAccounts, unitParams, withExample } from '../examples.ts';
import { createDepartment } from './create-department.ts';
import { editUnit } from './edit-unit.ts';
import { listUnits } from './list-units.ts';
import { switchUnit } from './switch-unit.ts';

const tags = ['organisation'];
const demoAccount = exampleAccounts.system;
const config = { policy: 'manage-units', demoAccount } as const;

/** Centres and departments. */
export function unitRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/organisation/units',
      {
        config: { policy: 'read-organisation', demoAccount },
        schema: {
          tags,
          operationId: 'list-units',
          summary: 'Centres and departments, with what differs from the city pack',
          querystring: ListUnitsQuery,
          response: { 200: ListUnitsAnswer },
        },
      },
      (request) => listUnits(services, actorOf(request), request.query),
    );
    app.post(
      '/organisation/units',
      {
        config,
        schema: {
          tags,
          operationId: 'create-department',
          summary: 'Add a department 新增部门 to a centre',
          headers: exampleHeaders('create-department', IdempotencyHeaders),
          body: withExample(CreateDepartmentBody, bodyExamples['create-department']),
          response: { 201: UnitView },
        },
      },
      async (request, reply) => {
        const { language, headers } = request;
        const making = { language, idempotencyKey: idempotencyKeyOf(headers) };
        return reply.code(201).send(await createDepartment(services, actorOf(request), request.body, making));
      },
    );
    app.patch(
      '/organisation/units/:id',
      {
        config,
        schema: {
          tags,
          operationId: 'edit-unit',
          summary: 'Rename a unit, or say how a department is present',
          params: unitParams('edit-unit'),
          body: withExample(EditUnitBody, bodyExamples['edit-unit']),
          response: { 200: UnitView },
        },
      },
      (request) => editUnit(services, actorOf(request), request.params.id, request.body),
    );
    for (const [action, isActive] of [
      ['activate', true],
      ['deactivate', false],
    ] as const) {
      const operationId = `${action}-unit` as const;
      app.post(
        `/organisation/units/:id/actions/${action}`,
        {
          config,
          schema: {
            tags,
            operationId,
            summary: isActive ? 'Put a unit into use 启用' : 'Put a unit out of use 停用',
            params: unitParams(operationId),
            body: withExample(SwitchUnitBody, bodyExamples[operationId]),
            response: { 200: UnitView },
          },
        },
        (request) =>
          switchUnit(
            services,
            actorOf(request),
            (request.params as { id: string }).id,
            isActive,
            request.body as SwitchUnitBody,
          ),
      );
    }
  };
}
