import { toldBy, toldLanguages } from '#domain/messages/vocabulary.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Field } from '../../../design-system/forms/field.tsx';
import { Input } from '../../../design-system/forms/input.tsx';
import { Segmented } from '../../../design-system/forms/segmented.tsx';
import type { PartyDraft } from './intake-draft.ts';

type Props = {
  party: PartyDraft;
  set: (change: Partial<PartyDraft>) => void;
  fault: (field: string) => string | undefined;
};

/** How this party wants to be told what happens. It is asked, never assumed: nobody who said nothing is written to. */
export function TellingFields({ party, set, fault }: Props) {
  const { say, shared } = useWords();
  const isTold = party.toldBy !== 'none';
  return (
    <div className="party-telling">
      <span className="party-telling-ask">{say('party.toldBy')}</span>
      <Segmented
        size="small"
        value={party.toldBy}
        onChange={(choice) => set({ toldBy: choice })}
        options={toldBy.map((choice) => ({ value: choice, label: shared.toldBy[choice] }))}
        aria-label={say('party.toldBy')}
      />
      {isTold && (
        <Segmented
          size="small"
          value={party.toldLanguage}
          onChange={(toldLanguage) => set({ toldLanguage })}
          options={toldLanguages.map((one) => ({ value: one, label: say(`party.toldIn.${one}`) }))}
          aria-label={say('party.toldLanguage')}
        />
      )}
      {party.toldBy === 'mail' && (
        <div className="party-telling-mail">
          <Field label={say('party.email')} fault={fault('email')}>
            {(parts) => (
              <Input
                {...parts}
                type="email"
                maxLength={254}
                autoComplete="off"
                value={party.email}
                onChange={(event) => set({ email: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
      {fault('toldBy') && (
        <p className="field-fault" role="alert">
          {fault('toldBy')}
        </p>
      )}
    </div>
  );
}
