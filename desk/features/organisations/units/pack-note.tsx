import type { UnitView } from '#contract/organisations/units.ts';
import { useWords } from '../../../app/language/words.tsx';

/** Where the city has edited a unit: what the city pack says instead. */
export function PackNote({ unit }: { unit: UnitView }) {
  const { say, shared } = useWords();
  if (!unit.isFromPack) return <p className="faint pack-note">{say('units.ownDepartment')}</p>;
  if (unit.pack === null) return null;
  const { name, nameEn, presence } = unit.pack;
  const said = [name, nameEn, presence && shared.presences[presence]].filter(Boolean).join('、');
  return <p className="soft pack-note">{say('units.differs', { said })}</p>;
}
