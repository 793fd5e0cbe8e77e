import './side-ways.css';
import type { MatterView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';
import { dayWords } from '../../../design-system/time/day-words.ts';

/** What everybody at the file must know before they go on: its work is suspended; it is for named readers. */
export function SideWayNotes({ matter }: { matter: MatterView }) {
  const { language, say } = useWords();
  const { suspension, seal } = matter;
  return (
    <>
      {suspension && (
        <p className={`side-way${suspension.isLate ? ' side-way-late' : ''}`}>
          {say(suspension.isLate ? 'side.suspendedLate' : 'side.suspended', {
            day: dayWords(suspension.resumeBy, language),
          })}
        </p>
      )}
      {seal && (
        <p className="side-way">
          {say('side.sealed', {
            ground: seal.ground.label,
            names: seal.readers.map(({ name }) => name).join(language === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
    </>
  );
}
