import type { MatterView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';
import { LevelMark } from '../../../design-system/marks/level-mark.tsx';

/** The matter's colour with every reason; what danger there is comes first. */
export function MatterLevel({ matter }: { matter: MatterView }) {
  const { say, shared } = useWords();
  const { level, danger } = matter;
  if (level === null) return null;
  const reasons = [...(danger ? [say('matter.danger', { danger: danger.label })] : []), ...level.reasons];
  return (
    <p className={`matter-level matter-level-${level.level}`}>
      <LevelMark level={level.level} label={level.label} /> {reasons.join(shared.queue.separator)}
    </p>
  );
}
