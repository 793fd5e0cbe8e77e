import type { PartyView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';

/** Who is part of it and how to reach them. */
export function Parties({ parties }: { parties: readonly PartyView[] }) {
  const { say } = useWords();
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
            {party.phone && (
              <p>
                <a href={`tel:${party.phone}`}>{party.phone}</a>
              </p>
            )}
            {party.number && <p className="faint fixed-width">{party.number}</p>}
            {party.address && <p className="soft">{party.address}</p>}
            {party.note && <p className="soft">{party.note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
