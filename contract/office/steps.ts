import { type TSchema, Type } from 'typebox';
import { type MacroAction, macroActions, macroStepsAtMost } from '#domain/matters/macros.ts';
import { type ActionBody, actionBodies } from '../matters/actions.ts';
import { Words } from '../matters/parts.ts';

/** What a step says beside the version of the matter, which each matter has for itself. */
export type StepFields<A extends MacroAction> = Omit<ActionBody<A>, 'version'>;
/** A step that is the same for every matter. */
export type OfficeStep<A extends MacroAction = MacroAction> = {
  [One in A]: { readonly action: One; readonly body: StepFields<One> };
}[A];

function stepOf(action: MacroAction): TSchema {
  const { version: _version, ...fields } = actionBodies[action].properties;
  return Type.Object({ action: Type.Literal(action), body: Type.Object(fields) });
}

/** One of these actions with its own fields. */
export function StepOf<A extends MacroAction>(actions: readonly A[], more: TSchema[] = []) {
  return Type.Unsafe<OfficeStep<A>>(Type.Union([...actions.map(stepOf), ...more]));
}

export const MacroSteps = Type.Array(StepOf(macroActions), { minItems: 1, maxItems: macroStepsAtMost });
export const NameOfOffice = Words(40, 'As colleagues know it.');
