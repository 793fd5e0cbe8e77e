import type { OutsideMatter } from '#contract/access/outside-opening.ts';
import { useWords } from '../../app/language/words.tsx';
import { MatterCode } from '../../design-system/marks/matter-code.tsx';

/** Where a matter stands whose file is not open: what the supervisors' list shows as well. */
export function OutsideFacts({ matter }: Pick<OutsideMatter, 'matter'>) {
  const { say } = useWords();
  return (
    <div className="outside-facts">
      <p className="outside-what">
        <MatterCode code={matter.code} />
        <span>{matter.kind.label}</span>
        <span>{matter.region.label}</span>
        <strong>{matter.statusLabel}</strong>
      </p>
      <p className="soft">
        {say('outside.holder', { unit: matter.holder.name })}
        {matter.holder.id !== matter.lead.id && ` · ${say('outside.lead', { unit: matter.lead.name })}`}
      </p>
    </div>
  );
}
