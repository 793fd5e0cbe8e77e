import type { ClockView } from '#contract/matters/clock.ts';
import type { MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { keepForLater, keptBefore } from '../../../app/kept/kept-state.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Unverified } from '../../../design-system/marks/unverified.tsx';
import { dayWords } from '../../../design-system/time/day-words.ts';
import { DueDate, useTimeLeft } from '../../../design-system/time/due-date.tsx';
import { askedWords } from '../actions/forms/asked-change.ts';
import { mayAskFor } from '../actions/forms/clock-change-draft.ts';
import type { Choose } from './choose.ts';

type Props = { clock: ClockView; procedure: string; matter: MatterView; choose: Choose };

/** One limit of the procedure: what, until when, how sure that day is, what was asked of it, and why that day. */
export function RoadmapClock({ clock, procedure, matter, choose }: Props) {
  const { language, say } = useWords();
  const isWorkingDays = clock.limit.unit === 'working-day';
  const left = useTimeLeft(clock.dueOn, { count: clock.remaining, isWorkingDays });
  const name = clock.step.label.replace(`${procedure} · `, '');
  const isOffice = clock.owedBy.code === 'office';
  return (
    <li className="road-clock">
      <p className="road-clock-head">
        <strong>{name}</strong>
        <span className={clock.isLate ? 'is-late' : undefined}>{left}</span>
        <span className="soft">
          {say('clock.sentence')} <DueDate day={clock.dueOn} />
        </span>
        {clock.isPaused && <span className="road-mark">{say('roadmap.paused')}</span>}
        {clock.pausedFor && (
          <span className="soft">
            {say('roadmap.pausedFor', {
              ground: clock.pausedFor.ground,
              until: dayWords(clock.pausedFor.until, language),
            })}
          </span>
        )}
        {clock.isProvisional && <span className="road-mark">{say('roadmap.provisional')}</span>}
        {!clock.isVerified && <Unverified />}
        {!isOffice && <span className="soft">{say('roadmap.owedBy', { owner: clock.owedBy.label })}</span>}
      </p>
      <div className="clock-bar" aria-hidden="true">
        <span className="clock-fill clock-fill-calm" style={{ width: `${percentUsed(clock)}%` }} />
      </div>
      {clock.asked && (
        <p className="asked-change">
          {askedWords(clock, say, language)}，
          {say(clock.asked.isOurs ? 'roadmap.askedByYou' : 'roadmap.askedByOther')}
        </p>
      )}
      <ClockActs clock={clock} name={name} matter={matter} choose={choose} />
      <ClockReasons clock={clock} />
    </li>
  );
}

function percentUsed({ used, remaining }: ClockView): number {
  return Math.min(100, Math.round((100 * used) / Math.max(1, used + remaining)));
}

function ClockActs({ clock, name, matter, choose }: Omit<Props, 'procedure'> & { name: string }) {
  const { say } = useWords();
  const may = (action: Action) => matter.allowedActions.some((one) => one.action === action);
  const offered = [
    clock.asked !== null && !clock.asked.isOurs && may('decide-clock-change')
      ? (['decide-clock-change', say('roadmap.decideChange')] as const)
      : null,
    may('ask-clock-change') && mayAskFor(clock)
      ? (['ask-clock-change', say('roadmap.askChange')] as const)
      : null,
    clock.isPaused && may('end-pause') ? (['end-pause', say('roadmap.endPause')] as const) : null,
  ].filter((one) => one !== null);
  if (offered.length === 0) return null;
  return (
    <p className="road-acts not-printed">
      {offered.map(([action, word]) => (
        <button
          key={action}
          type="button"
          className="text-button"
          aria-label={say('roadmap.of', { act: word, name })}
          onClick={() => {
            aimAt(matter.id, action, clock.step.code);
            choose(action);
          }}
        >
          {word}
        </button>
      ))}
    </p>
  );
}

/** The form opens for this limit; what was typed for it before is still there. */
function aimAt(matterId: string, action: Action, clock: string): void {
  const name = `act ${matterId} ${action}`;
  const before = keptBefore<{ clock: string }>(name);
  if (before && before.clock !== clock) keepForLater(name, { ...before, clock });
}

/** Why that day, what it means that it passes, how far it may be changed; on demand. */
export function ClockReasons({ clock }: { clock: ClockView }) {
  const { say } = useWords();
  const { mayExtend, mayPause } = clock;
  return (
    <details className="road-more">
      <summary>
        {say('roadmap.whyThisDay')}
        <span className="only-read-aloud"> {clock.step.label}</span>
      </summary>
      <ol className="road-sum">
        {clock.explanation.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p className="soft">
        {say('clock.source')} {clock.source}
      </p>
      {clock.expiry && (
        <p className="soft">
          <strong>{say('roadmap.expiry')}</strong> {clock.expiry}
        </p>
      )}
      {mayExtend && (
        <p className="soft">
          {say('roadmap.mayExtend', {
            most: say(`length.${mayExtend.unit}`, { count: mayExtend.most }),
            timesLeft: mayExtend.timesLeft,
            approvedBy: mayExtend.approvedBy,
          })}
        </p>
      )}
      {mayPause.map(({ code, label, mostDays }) => (
        <p key={code} className="soft">
          {say('roadmap.mayPause', { ground: label, days: mostDays })}
        </p>
      ))}
    </details>
  );
}
