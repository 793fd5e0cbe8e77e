import { useState } from 'react';
import { checkCreditCode } from '#domain/parties/credit-code.ts';
import { normalisePhone } from '#domain/parties/phone.ts';
import { checkResidentId } from '#domain/parties/resident-id.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Field } from '../../../design-system/forms/field.tsx';
import { FramedInput, Input } from '../../../design-system/forms/input.tsx';

type Props = { value: string; onChange: (value: string) => void; fault?: string | undefined };

const wholeNumber = 18;

/** Resident ID or credit code. The check digit answers as soon as the number is whole, and when the field is left. */
export function NumberField({ kind, value, onChange, fault }: Props & { kind: 'person' | 'organisation' }) {
  const { say, shared } = useWords();
  const [isLeft, setLeft] = useState(false);
  const typed = value.replace(/\s/g, '');
  const checked = kind === 'person' ? checkResidentId(value) : checkCreditCode(value);
  const isDue = typed !== '' && (isLeft || typed.length >= wholeNumber);
  return (
    <Field
      label={say(kind === 'person' ? 'party.residentId' : 'party.creditCode')}
      isOptional={say('form.optional')}
      fault={fault ?? (isDue && !checked.ok ? shared.reasons[checked.reason] : undefined)}
    >
      {(parts) => (
        <FramedInput
          {...parts}
          className="fixed-width"
          maxLength={24}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onFocus={() => setLeft(false)}
          onBlur={() => setLeft(true)}
          after={
            isDue && checked.ok ? <span className="number-good">✓ {say('party.numberGood')}</span> : undefined
          }
        />
      )}
    </Field>
  );
}

export function PhoneField({ value, onChange, fault }: Props) {
  const { say, shared } = useWords();
  const [isLeft, setLeft] = useState(false);
  const checked = normalisePhone(value);
  // A local number without its area code is fine; the server adds the city's own.
  const isWrong = isLeft && value.trim() !== '' && !checked.ok && checked.reason !== 'phone-not-recognised';
  return (
    <Field
      label={say('party.phone')}
      fault={fault ?? (isWrong && !checked.ok ? shared.reasons[checked.reason] : undefined)}
    >
      {(parts) => (
        <Input
          {...parts}
          type="tel"
          maxLength={30}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onFocus={() => setLeft(false)}
          onBlur={() => setLeft(true)}
        />
      )}
    </Field>
  );
}
