import { type Static, Type } from 'typebox';
import { macroActions } from '#domain/matters/macros.ts';
import { Instant, OneOf, Uuid, Version } from '../matters/parts.ts';
import { MacroSteps, NameOfOffice, type OfficeStep } from './steps.ts';

const example = {
  name: '上门前先联系',
  steps: [{ action: 'log-step', body: { kind: 'phone', text: '已电话联系双方，约定上门时间。' } }],
};

export const CreateMacroBody = Type.Object(
  { name: NameOfOffice, steps: MacroSteps },
  { examples: [example] },
);
export type CreateMacroBody = { name: string; steps: OfficeStep[] };

export const EditMacroBody = Type.Object(
  { version: Version, name: NameOfOffice, steps: MacroSteps },
  { examples: [{ version: 1, ...example, name: '上门前联系双方' }] },
);
export type EditMacroBody = CreateMacroBody & { version: number };

export const RetireMacroBody = Type.Object({ version: Version }, { examples: [{ version: 1 }] });

export const MacroView = Type.Object({
  id: Uuid,
  version: Type.Integer(),
  name: Type.String(),
  steps: Type.Array(
    Type.Object({
      action: OneOf(macroActions),
      actionLabel: Type.String(),
      body: Type.Record(Type.String(), Type.Unknown()),
      summary: Type.String({ description: 'What it says or where it sends, in a line.' }),
    }),
  ),
  author: Type.String(),
  changedAt: Instant,
  isActive: Type.Boolean(),
});
export type MacroView = Static<typeof MacroView>;

export const ListMacrosAnswer = Type.Object({
  macros: Type.Array(MacroView, { description: 'Those of my office, by name.' }),
  mayKeep: Type.Boolean({ description: 'Whether I may add and change them.' }),
});
export type ListMacrosAnswer = Static<typeof ListMacrosAnswer>;
