import type { MatterView } from '#contract/matters/matter.ts';
import type { RoadmapProposal } from '#contract/matters/roadmap.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { keepForLater, keptBefore } from '../../../app/kept/kept-state.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Unverified } from '../../../design-system/marks/unverified.tsx';
import { blankChoice, blankStart } from '../actions/forms/blank-forms.ts';
import type { Choose } from './choose.ts';

type Props = { matter: MatterView; choose: Choose };

/** As many as are shown before more is asked for; what was chosen, follows or was refused is always shown. */
const shownAtOnce = 4;

/** The lawful ways that are open, each with why; whoever may begin one or write down the choice does it from here. */
export function RoadmapNext({ matter, choose }: Props) {
  const { say } = useWords();
  const { next } = matter.roadmap;
  const may = (action: Action) => matter.allowedActions.some((one) => one.action === action);
  const mayAct = may('start-procedure') || may('choose-procedure');
  const isTriage = matter.status === 'registered' || matter.status === 'accepted';
  const isAlways = ({ reason, refusal }: RoadmapProposal) =>
    reason.code === 'chosen' || reason.code === 'follows' || refusal !== null;
  const shown = new Set([...next.filter(isAlways), ...(mayAct ? next.slice(0, shownAtOnce) : [])]);
  const rest = next.filter((one) => !shown.has(one));
  const ways = (list: readonly RoadmapProposal[]) => (
    <ul className="ways">
      {list.map((proposal) => (
        <Way key={proposal.procedure.code} proposal={proposal} matter={matter} may={may} choose={choose} />
      ))}
    </ul>
  );
  return (
    <li className="road-part road-next">
      <h3>
        {say(isTriage ? 'roadmap.nextAtTriage' : 'roadmap.next')}
        <span className="only-read-aloud"> {say('roadmap.mayBe')}</span>
      </h3>
      {shown.size > 0 && ways(next.filter((one) => shown.has(one)))}
      {rest.length > 0 && (
        <details className="road-more">
          <summary>
            {say(shown.size > 0 ? 'roadmap.nextMore' : 'roadmap.nextAll', { count: rest.length })}
          </summary>
          {ways(rest)}
        </details>
      )}
    </li>
  );
}

type WayProps = Props & { proposal: RoadmapProposal; may: (action: Action) => boolean };

function Way({ proposal, matter, may, choose }: WayProps) {
  const { language, say } = useWords();
  const { procedure, reason, isChosen, isVoluntary, refusal, requires, limit } = proposal;
  const terms = [
    proposal.body,
    proposal.startedBy,
    isVoluntary && say('roadmap.voluntary'),
    limit?.text,
  ].filter(Boolean);
  const list = requires.map(({ label }) => label).join(language === 'zh' ? '、' : ', ');
  return (
    <li className={`way${isChosen ? ' way-chosen' : ''}`}>
      <p className="road-name">
        <strong>{procedure.label}</strong>
        <span className={isChosen ? 'road-mark' : 'faint'}>
          {isChosen ? say('roadmap.chosen') : reason.label}
        </span>
        {!proposal.isVerified && <Unverified />}
      </p>
      <p className="soft">{terms.join(' · ')}</p>
      {refusal !== null && <p className="way-refused">{refusal}</p>}
      {list && refusal === null && <p className="faint">{say('roadmap.requires', { list })}</p>}
      <p className="faint">
        {say('clock.source')} {proposal.source}
      </p>
      <WayActs proposal={proposal} matter={matter} may={may} choose={choose} />
    </li>
  );
}

function WayActs({ proposal, matter, may, choose }: WayProps) {
  const { say } = useWords();
  const { procedure, isChosen, isVoluntary, refusal } = proposal;
  const begin = () => {
    aimAt(matter.id, 'start-procedure', blankStart, { procedure: procedure.code });
    choose('start-procedure');
  };
  const write = (choice: 'chosen' | 'refused') => {
    aimAt(matter.id, 'choose-procedure', blankChoice, { procedure: procedure.code, choice });
    choose('choose-procedure');
  };
  const mayWrite = may('choose-procedure');
  const offered = [
    may('start-procedure') && refusal === null ? ([say('roadmap.start'), begin] as const) : null,
    mayWrite && !isChosen ? ([say('roadmap.choose'), () => write('chosen')] as const) : null,
    mayWrite && isVoluntary && refusal === null
      ? ([say('roadmap.refuse'), () => write('refused')] as const)
      : null,
  ].filter((one) => one !== null);
  if (offered.length === 0) return null;
  return (
    <p className="road-acts not-printed">
      {offered.map(([word, act]) => (
        <button
          key={word}
          type="button"
          className="text-button"
          aria-label={say('roadmap.of', { act: word, name: procedure.label })}
          onClick={act}
        >
          {word}
        </button>
      ))}
    </p>
  );
}

/** The form opens with this way; what was typed for the same one before is still there. */
function aimAt<Values extends { procedure: string }>(
  matterId: string,
  action: Action,
  blank: Values,
  aim: Partial<Values>,
): void {
  const name = `act ${matterId} ${action}`;
  const before = keptBefore<Values>(name);
  keepForLater(name, { ...(before?.procedure === aim.procedure ? before : blank), ...aim });
}
