import type { Language } from '#contract/language/language.ts';
import type { CreateMacroBody, EditMacroBody, ListMacrosAnswer, MacroView } from '#contract/office/macros.ts';
import type { OfficeStep } from '#contract/office/steps.ts';
import { isPermitted } from '#domain/access/permissions.ts';
import { macroStepsAtMost, refusalOfMacro } from '#domain/matters/macros.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse, refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { findNames } from '#server/features/access/public.ts';
import { type Making, once, recordChange } from '#server/features/organisations/public.ts';
import { nameTaken } from '../name-taken.ts';
import { peopleInMacros, presentMacro } from './macro.presenter.ts';
import { findMacro, insertMacro, lockMacro, type MacroRow, macrosOf, updateMacro } from './macros.queries.ts';

/** The set steps of the actor's own office. */
export async function listMacros(
  services: Services,
  actor: Actor,
  language: Language,
): Promise<ListMacrosAnswer> {
  const rows = await inTransaction(services, actor, (trx) => macrosOf(trx, actor));
  const names = await findNames(services.db, peopleInMacros(rows));
  return {
    macros: rows.map((row) => presentMacro(services, row, names, language)),
    mayKeep: isPermitted('keep-macros', actor),
  };
}

/** 新增常用步骤. */
export async function createMacro(
  services: Services,
  actor: Actor,
  body: CreateMacroBody,
  making: Making,
): Promise<MacroView> {
  refuseFaulty(body.steps);
  const row = await inTransaction(services, actor, async (trx) => {
    const { id, isRepeated } = await once(services, trx, actor, 'create-macro', body, making);
    if (!isRepeated) {
      const name = body.name.trim();
      await insertMacro(trx, actor, { ...body, name, id, at: services.clock.now().toString() });
      await record(services, trx, actor, 'macro-created', id, name);
    }
    return findMacro(trx, actor, id);
  }).catch(nameTaken('macro_name_once', 'macro-name-taken', body.name));
  return present(services, row, making.language);
}

/** 修改常用步骤. */
export function editMacro(
  services: Services,
  actor: Actor,
  id: string,
  body: EditMacroBody,
  language: Language,
): Promise<MacroView> {
  refuseFaulty(body.steps);
  const change = { name: body.name.trim(), steps: body.steps, isActive: true };
  return changeMacro(services, actor, id, body.version, language, () => change, 'macro-edited');
}

/** 停用常用步骤: it stays on record for what was done with it. */
export function retireMacro(
  services: Services,
  actor: Actor,
  id: string,
  version: number,
  language: Language,
): Promise<MacroView> {
  const change = ({ name, steps }: MacroRow) => ({ name, steps, isActive: false });
  return changeMacro(services, actor, id, version, language, change, 'macro-retired');
}

async function changeMacro(
  services: Services,
  actor: Actor,
  id: string,
  version: number,
  language: Language,
  changeOf: (macro: MacroRow) => Pick<MacroRow, 'name' | 'steps' | 'isActive'>,
  type: 'macro-edited' | 'macro-retired',
): Promise<MacroView> {
  let name = '';
  const row = await inTransaction(services, actor, async (trx) => {
    const macro = await lockMacro(trx, actor, id);
    if (macro === undefined || !macro.isActive) refuse(404, 'not-found');
    if (macro.version !== version) {
      const extra = { current: await present(services, macro, language) };
      refuse(409, 'stale-version', { extra });
    }
    const change = changeOf(macro);
    ({ name } = change);
    await updateMacro(trx, actor, { ...change, id, at: services.clock.now().toString() });
    await record(services, trx, actor, type, id, name);
    return findMacro(trx, actor, id);
  }).catch((thrown) => nameTaken('macro_name_once', 'macro-name-taken', name)(thrown));
  return present(services, row, language);
}

function record(
  services: Services,
  trx: Trx,
  actor: Actor,
  type: 'macro-created' | 'macro-edited' | 'macro-retired',
  subjectId: string,
  name: string,
): Promise<void> {
  return recordChange(services, trx, actor, { type, subjectId, data: { unitId: actor.unitId, name } });
}

function refuseFaulty(steps: readonly OfficeStep[]): void {
  const fault = refusalOfMacro(steps);
  if (fault === null) return;
  const { refusal: code, step } = fault;
  refuseWith({ code, field: `steps.${step - 1}`, params: { step, limit: macroStepsAtMost } });
}

async function present(
  services: Services,
  row: MacroRow | undefined,
  language: Language,
): Promise<MacroView> {
  if (row === undefined) throw new Error('the macro that was just written is not there');
  return presentMacro(services, row, await findNames(services.db, peopleInMacros([row])), language);
}
