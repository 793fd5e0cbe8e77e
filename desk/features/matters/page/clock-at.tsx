import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClockView } from '#contract/matters/clock.ts';
import type { ExplainedClock } from '#contract/matters/explain-clock.ts';
import type { MatterView } from '#contract/matters/matter.ts';
import { request } from '../../../app/api/request.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Field } from '../../../design-system/forms/field.tsx';
import { useProblemSentence } from '../../../design-system/states/error-state.tsx';
import { cityDay, dayWords, pastDayWords } from '../../../design-system/time/day-words.ts';

/** Any limit, running or ended, as it was known and stood on a day: how it was counted then, and what became of it. */
export function ClockAt({ matter: { id, clocks } }: { matter: MatterView }) {
  const { language, say } = useWords();
  const inOrder = [...clocks].sort(
    (one, other) => Number(one.endedOn !== null) - Number(other.endedOn !== null),
  );
  const [chosen, choose] = useState<string>();
  const [day, setDay] = useState('');
  const clock = inOrder.find((one) => one.id === chosen) ?? inOrder[0];
  if (clock === undefined) return null;
  const today = cityDay();
  const isDay = day >= clock.startedOn && day <= today;
  return (
    <details className="clocks-ended not-printed">
      <summary>{say('clockAt.title')}</summary>
      <div className="card">
        <Field label={say('clockAt.which')}>
          {(parts) => (
            <select
              {...parts}
              className="native-field"
              value={clock.id}
              onChange={(event) => choose(event.target.value)}
            >
              {inOrder.map((one) => (
                <option key={one.id} value={one.id}>
                  {say('clockAt.option', {
                    step: one.step.label,
                    from: pastDayWords(one.startedOn, language),
                  })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('clockAt.day')} hint={say('clockAt.hint')}>
          {(parts) => (
            <input
              {...parts}
              type="date"
              className="native-field"
              min={clock.startedOn}
              max={today}
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
        <div aria-live="polite">{isDay && <AsOf matterId={id} clock={clock} day={day} />}</div>
      </div>
    </details>
  );
}

function AsOf({ matterId, clock, day }: { matterId: string; clock: ClockView; day: string }) {
  const { language, say } = useWords();
  const query = useQuery({
    queryKey: ['matters', 'one', matterId, 'clock', clock.id, day, language],
    queryFn: ({ signal }) =>
      request<ExplainedClock>(`/api/v1/matters/${matterId}/clocks/${clock.id}`, {
        query: { at: day },
        signal,
      }),
    // A day on which nothing was known yet stays so.
    retry: false,
  });
  const sentence = useProblemSentence(query.error);
  if (query.isError) return <p className="soft">{sentence}</p>;
  if (query.data === undefined) return null;
  const { dueOn, standing, steps, now } = query.data;
  return (
    <>
      <p>
        <strong>
          {say('clockAt.dueThen', { day: pastDayWords(day, language), due: dayWords(dueOn, language) })}
        </strong>{' '}
        {standing}
      </p>
      <p className="soft">
        {now.dueOn === dueOn
          ? say('clockAt.same')
          : say('clockAt.moved', { due: dayWords(now.dueOn, language) })}
      </p>
      <ol className="road-sum">
        {steps.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </>
  );
}
