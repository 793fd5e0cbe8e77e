import type { JsonAction } from '#contract/matters/actions.ts';
import type { PaperKind } from '#domain/matters/vocabulary.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { ActingAs } from './accounts.ts';
import type { Cast, Office } from './casts.ts';
import type { Draw } from './draw.ts';
import * as say from './phrases.ts';

/** A step of an invented matter before it has a time: `gap` is in working days since the step before. */
export type PlannedStep = { readonly by: string; readonly as: ActingAs; readonly gap: number } & (
  | { readonly action: JsonAction; readonly body: Readonly<Record<string, unknown>> }
  | { readonly action: 'add-paper'; readonly kind: PaperKind }
);

/** What a course is told of its matter. */
export type Setting = { readonly cast: Cast; readonly office: Office; readonly draw: Draw };

export type Course = (setting: Setting) => PlannedStep[];

export const unitId = (code: string): string => unitIdOf('1502', code);

export function step(
  by: string,
  action: JsonAction,
  body: Readonly<Record<string, unknown>> = {},
  gap = 1,
  as: ActingAs = {},
): PlannedStep {
  return { by, action, body, gap, as };
}

export const note = (draw: Draw, notes: readonly string[]) =>
  draw.isChance(40) ? { note: draw.one(notes) } : {};
export const asDispatcher = { role: 'dispatcher' } as const;
export const asSettler = ({ unit, role }: Office): ActingAs => ({
  unit,
  ...(role !== undefined && { role }),
});
export const settlerOf = ({ draw, office }: Setting): string => draw.one(office.settlers);

export const accepted: Course = ({ cast, draw }) => [
  step(cast.dispatcher, 'accept', note(draw, say.acceptNotes), draw.between(0, 2), asDispatcher),
];

export const routeTo = ({ cast, draw }: Setting, code: string): PlannedStep =>
  step(
    cast.dispatcher,
    'route',
    { unitId: unitId(code), ...note(draw, say.routeNotes) },
    draw.between(0, 1),
    asDispatcher,
  );

export const offered: Course = (setting) => [...accepted(setting), routeTo(setting, setting.office.unit)];

/** Whoever takes it over is the handler; what follows is theirs. */
export function taken(setting: Setting): { steps: PlannedStep[]; handler: string } {
  const handler = settlerOf(setting);
  const take = step(handler, 'accept-hand-over', {}, setting.draw.between(0, 1), asSettler(setting.office));
  return { steps: [...offered(setting), take], handler };
}
