import { seats } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import type { FormPart } from './form-part.ts';
import { blankParty, type PartyDraft, toldParties } from './intake-draft.ts';
import { PartyFields } from './party-fields.tsx';

/** Who it is between: a card for each seat, and more of them where there are more people. */
export function PartiesFields({ draft, set, fault }: FormPart) {
  const { say, shared } = useWords();
  const told = toldParties(draft);
  const put = (changed: PartyDraft) =>
    set({ parties: draft.parties.map((party) => (party.key === changed.key ? changed : party)) });
  return (
    <section className="counter-parties" aria-label={say('counter.parties')}>
      {draft.parties.map((party) => (
        <PartyFields
          key={party.key}
          party={party}
          put={put}
          fault={(field) => {
            const index = told.indexOf(party);
            return index < 0 ? undefined : fault(`parties.${index}${field && `.${field}`}`);
          }}
          {...(draft.parties.length > 1 && {
            remove: () => set({ parties: draft.parties.filter(({ key }) => key !== party.key) }),
          })}
        />
      ))}
      {fault('parties') && (
        <p className="field-fault" role="alert">
          {fault('parties')}
        </p>
      )}
      <div className="form-acts">
        {seats.map((seat) => (
          <Button
            key={seat}
            size="small"
            onClick={() => set({ parties: [...draft.parties, blankParty(seat)] })}
          >
            + {shared.seats[seat]}
          </Button>
        ))}
      </div>
    </section>
  );
}
