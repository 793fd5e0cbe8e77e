import type { RoadmapProposal } from '#contract/matters/roadmap.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Radio, Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';

/** One of the lawful ways that are open, each with who runs it and its limit; refused ones can be seen, not taken. */
export function ProposalPicker(props: {
  proposals: readonly RoadmapProposal[];
  value: string;
  onChange: (procedure: string) => void;
  fault?: string | undefined;
  /** Whether one that a party refused may be picked all the same: to write down that they think otherwise now. */
  mayPickRefused?: boolean;
}) {
  const { say } = useWords();
  return (
    <FieldGroup legend={say('procedure.which')} fault={props.fault}>
      <Radios
        className="radio-column picker-column"
        value={props.value}
        onChange={(chosen) => props.onChange(chosen)}
      >
        {props.proposals.map(({ procedure, body, limit, refusal, isVerified }) => (
          <Radio
            key={procedure.code}
            value={procedure.code}
            disabled={refusal !== null && props.mayPickRefused !== true}
          >
            <span className="picker-choice">
              {procedure.label}
              <span className="soft picker-more">
                {[body, limit?.text, !isVerified && say('roadmap.unverified')].filter(Boolean).join(' · ')}
              </span>
              {refusal !== null && (
                <span className="picker-refused picker-more">{say('procedure.refusedAlready')}</span>
              )}
            </span>
          </Radio>
        ))}
      </Radios>
    </FieldGroup>
  );
}
