import { unusualRules } from '#domain/audit/unusual-openings.ts';
import { useWords } from '../../app/language/words.tsx';
import { useAuditFilters } from './use-audit-filters.ts';

/** Says that the list holds only what one fact counts, and leads back to all. */
export function BehindNote() {
  const { say, shared } = useWords();
  const { filters, set } = useAuditFilters();
  const rule = unusualRules.find((one) => one === filters.behind);
  if (rule === undefined) return null;
  return (
    <p className="audit-behind">
      {say('audit.behindAll')}
      <strong>{shared.unusualRules[rule]}</strong>{' '}
      <button
        type="button"
        className="text-button"
        onClick={() => set({ behind: '', region: '', user: '', fromDay: '', untilDay: '' })}
      >
        {say('audit.backToAll')}
      </button>
    </p>
  );
}
