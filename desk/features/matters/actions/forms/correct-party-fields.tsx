import type { PartyView } from '#contract/matters/matter.ts';
import { toldBy } from '#domain/messages/vocabulary.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Field } from '../../../../design-system/forms/field.tsx';
import { Input } from '../../../../design-system/forms/input.tsx';
import { Segmented } from '../../../../design-system/forms/segmented.tsx';
import { NumberField, PhoneField } from '../../counter/number-fields.tsx';
import { type CorrectPartyDraft, correctPartyOf } from './correction-draft.ts';

/** A party as registered. Its number is not shown whole; a new one is typed where the old one was wrong. */
export function CorrectPartyFields(props: {
  party: PartyView;
  draft: CorrectPartyDraft | undefined;
  put: (draft: CorrectPartyDraft) => void;
  fault: (field: string) => string | undefined;
}) {
  const { say, shared } = useWords();
  const { party, fault } = props;
  const draft = props.draft ?? correctPartyOf(party);
  const set = (change: Partial<CorrectPartyDraft>) => props.put({ ...draft, ...change });
  const text = (key: 'name' | 'address' | 'note' | 'email', label: string, most: number) => (
    <Field label={label} fault={fault(key)} isOptional={key === 'name' ? undefined : say('form.optional')}>
      {(parts) => (
        <Input
          {...parts}
          maxLength={most}
          autoComplete="off"
          value={draft[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <fieldset className="party-fields">
      <legend>
        {party.seatLabel} · {party.name}
      </legend>
      <Segmented
        size="small"
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        options={(party.kind === 'anonymous'
          ? (['anonymous', 'person', 'organisation'] as const)
          : (['person', 'organisation'] as const)
        ).map((kind) => ({ value: kind, label: shared.partyKinds[kind] }))}
        aria-label={say('party.kind')}
      />
      {fault('') && (
        <p className="field-fault" role="alert">
          {fault('')}
        </p>
      )}
      {draft.kind !== 'anonymous' && (
        <>
          <div className="form-row">
            {text('name', say(draft.kind === 'person' ? 'party.name' : 'party.organisation'), 60)}
            <PhoneField value={draft.phone} onChange={(phone) => set({ phone })} fault={fault('phone')} />
          </div>
          <NumberField
            kind={draft.kind}
            value={draft.number}
            onChange={(number) => set({ number })}
            fault={fault('residentId') ?? fault('creditCode')}
          />
          <p className="faint field-hint">
            {party.number && draft.kind === party.kind
              ? say('correct.numberHint', { number: party.number })
              : say('correct.numberNone')}
          </p>
          <div className="form-row">
            {text('address', say('party.address'), 200)}
            {text('email', say('party.email'), 254)}
          </div>
        </>
      )}
      {draft.kind !== 'anonymous' && (
        <div className="party-telling">
          <span className="party-telling-ask">{say('party.toldBy')}</span>
          <Segmented
            size="small"
            value={draft.toldBy}
            onChange={(choice) => set({ toldBy: choice })}
            options={toldBy.map((choice) => ({ value: choice, label: shared.toldBy[choice] }))}
            aria-label={say('party.toldBy')}
          />
          {fault('toldBy') && (
            <p className="field-fault" role="alert">
              {fault('toldBy')}
            </p>
          )}
        </div>
      )}
      {text('note', say('party.note'), 200)}
    </fieldset>
  );
}
