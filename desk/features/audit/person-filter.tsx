import { useWords } from '../../app/language/words.tsx';
import { useAuditFilters } from './use-audit-filters.ts';

/** A name; a click shows only what this person did. */
export function PersonFilter({ person }: { person: { name: string; username: string } }) {
  const { say } = useWords();
  const { set } = useAuditFilters();
  return (
    <button
      type="button"
      className="text-button"
      title={say('audit.onlyThis', { name: person.name })}
      onClick={() => set({ user: person.username })}
    >
      {person.name} <span className="soft">{person.username}</span>
    </button>
  );
}
