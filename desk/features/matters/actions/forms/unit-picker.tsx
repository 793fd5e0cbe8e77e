import { useState } from 'react';
import type { Destinations } from '#contract/matters/places.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Radio, Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { Input } from '../../../../design-system/forms/input.tsx';

/** An office from a list that narrows while one types; the suggested ones stand first. */
export function UnitPicker(props: {
  units: Destinations['units'];
  value: string;
  onChange: (unitId: string) => void;
  fault?: string | undefined;
}) {
  const { say } = useWords();
  // What was chosen before stands somewhere in a long list; the name brings it into sight.
  const [typed, setTyped] = useState(() => props.units.find(({ id }) => id === props.value)?.name ?? '');
  const wanted = typed.trim().toLowerCase();
  const fitting = props.units.filter(({ name }) => name.toLowerCase().includes(wanted));
  const groups = [...Map.groupBy(fitting, ({ relationLabel }) => relationLabel)];
  return (
    <FieldGroup legend={say('act.unit')} fault={props.fault}>
      <Input
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={say('act.unitFilter')}
        aria-label={say('act.unitFilter')}
        autoFocus
      />
      <Radios className="unit-picker" value={props.value} onChange={(chosen) => props.onChange(chosen)}>
        {groups.map(([relation, units]) => (
          <section key={relation}>
            <h3>{relation}</h3>
            {units.map((unit) => (
              <Radio key={unit.id} value={unit.id}>
                {unit.name}
              </Radio>
            ))}
          </section>
        ))}
        {groups.length === 0 && <p className="soft">{say('act.noUnit')}</p>}
      </Radios>
    </FieldGroup>
  );
}
