import type { MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../app/language/words.tsx';
import { groupCode } from '../../../design-system/marks/group-code.ts';

/** Who is part of it and how to reach them. */
export function Parties({ matter, choose }: { matter: MatterView; choose: (action: Action) => void }) {
  const { say } = useWords();
  const { parties } = matter;
  const acts = (
    [
      ['write-to-parties', 'parties.write'],
      ['re-issue-secret', 'parties.handSecret'],
    ] as const
  ).filter(([act]) => matter.allowedActions.some(({ action }) => action === act));
  return (
    <section className="card" aria-labelledby="parties">
      <h2 id="parties">
        {say('matter.parties')} <span className="faint">{parties.length}</span>
      </h2>
      <ul className="parties">
        {parties.map((party) => (
          <li key={party.id}>
            <p>
              <strong className="party-name">{party.name}</strong>{' '}
              <span className="faint">{party.seatLabel}</span>
            </p>
            {party.cameWith && (
              <p className="faint">{say('party.cameWith', { code: groupCode(party.cameWith) })}</p>
            )}
            {party.phone && (
              <p>
                <a href={`tel:${party.phone}`}>{party.phone}</a>
              </p>
            )}
            {party.number && <p className="faint fixed-width">{party.number}</p>}
            {party.address && <p className="soft">{party.address}</p>}
            {party.note && <p className="soft">{party.note}</p>}
            {party.email && <p className="soft">{party.email}</p>}
            {party.toldBy.code !== 'none' && (
              <p className="faint">{say('party.told', { way: party.toldBy.label })}</p>
            )}
          </li>
        ))}
      </ul>
      {acts.length > 0 && (
        <div className="form-acts not-printed">
          {acts.map(([act, word]) => (
            <button key={act} type="button" className="text-button" onClick={() => choose(act)}>
              {say(word)}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
