import type { Language } from '#contract/language/language.ts';
import type { ProceduresAnswer, ProcedureView } from '#contract/roadmap/procedures.ts';
import type { Procedure } from '#domain/roadmap/procedures/procedure.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { type ProcedureReader, presentProcedure } from './procedure.presenter.ts';

/** Every procedure of the city in all its versions, the office's own steps with them: what starts what, and for how long. */
export function listProcedures(services: Services, language: Language): ProceduresAnswer {
  const { pack, roadmap } = services;
  const today = todayOf(services);
  const { steps } = roadmap;
  const inForce = new Set<Procedure>([...steps, ...roadmap.inForce(today)]);
  const all = [...steps, ...pack.procedures];
  const reader: ProcedureReader = {
    language,
    titleOf: (key) =>
      ([...inForce].find((one) => one.key === key) ?? all.find((one) => one.key === key))?.title[language] ??
      key,
    kindOf: (code) => {
      const kind = pack.kinds.get(code);
      return (language === 'zh' ? kind?.name : kind?.nameEn) ?? code;
    },
  };
  const standingOf = (procedure: Procedure): ProcedureView['standing']['code'] =>
    inForce.has(procedure) ? 'in-force' : procedure.inForceFrom > today ? 'upcoming' : 'earlier';
  return {
    today,
    procedures: all.map((procedure) => presentProcedure(reader, procedure, standingOf(procedure))),
  };
}
