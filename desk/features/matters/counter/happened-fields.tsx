import { channels } from '#domain/matters/vocabulary.ts';
import { useCity, useNameOf } from '../../../app/city/city.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Select } from '../../../design-system/antd/select.tsx';
import { Field } from '../../../design-system/forms/field.tsx';
import { TextArea } from '../../../design-system/forms/text-area.tsx';
import type { FormPart } from './form-part.ts';
import { useRegionOptions } from './use-region-options.ts';

/** What happened, of what kind it is, where, and how it reached the centre. */
export function HappenedFields({ draft, set, fault }: FormPart) {
  const { say, shared } = useWords();
  const city = useCity();
  const nameOf = useNameOf();
  const regions = useRegionOptions();
  return (
    <>
      <Field label={say('counter.story')} hint={say('counter.storyHint')} fault={fault('story')}>
        {(parts) => (
          <TextArea
            {...parts}
            autoFocus
            lines={{ least: 4, most: 16 }}
            maxLength={10000}
            value={draft.story}
            onChange={(event) => set({ story: event.target.value })}
          />
        )}
      </Field>
      <div className="form-row">
        <Field label={say('counter.kind')} fault={fault('kind')}>
          {(parts) => (
            <Select
              {...parts}
              {...(draft.kind && { value: draft.kind })}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={say('counter.kindChoose')}
              onChange={(kind) => set({ kind, isKindChosen: true })}
              options={(city?.kinds ?? []).map((kind) => ({ value: kind.code, label: nameOf(kind) }))}
            />
          )}
        </Field>
        <Field label={say('counter.region')} fault={fault('regionCode')}>
          {(parts) => (
            <Select
              {...parts}
              {...(draft.regionCode && { value: draft.regionCode })}
              showSearch={{ optionFilterProp: 'search' }}
              onChange={(regionCode) => set({ regionCode })}
              options={regions}
            />
          )}
        </Field>
        <Field label={say('counter.channel')} fault={fault('channel')}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.channel}
              onChange={(channel) => set({ channel })}
              options={channels.map((channel) => ({ value: channel, label: shared.channels[channel] }))}
            />
          )}
        </Field>
      </div>
    </>
  );
}
