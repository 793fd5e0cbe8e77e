import { useCity, useNameOf } from '../../../app/city/city.ts';
import { useSession } from '../../../app/session/session.tsx';
import type { Choice } from '../choice-input.tsx';

/** The offices whose absences this posting arranges: all, the centre's, or its own. */
export function useAbsenceUnits(): { units: Choice[]; ownUnitId: string } {
  const city = useCity();
  const nameOf = useNameOf();
  const { acting } = useSession();
  const ownUnitId = acting?.unitId ?? '';
  const units = (city?.units ?? []).filter(
    ({ id, parentId, isActive }) =>
      isActive &&
      (acting?.role === 'security-admin' ||
        id === ownUnitId ||
        (acting?.role === 'supervisor' && parentId === ownUnitId)),
  );
  return { units: units.map((unit) => ({ value: unit.id, label: nameOf(unit) })), ownUnitId };
}
