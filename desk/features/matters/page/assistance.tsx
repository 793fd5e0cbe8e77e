import './joint-work.css';
import { Fragment } from 'react';
import type { MatterView, TaskView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';
import { DueDate, useTimeLeft } from '../../../design-system/time/due-date.tsx';
import { Instant } from '../../../design-system/time/instant.tsx';

/** 协办: what other offices are asked to do, each with its own limit, state and answer. */
export function Assistance({ matter }: { matter: MatterView }) {
  const { say } = useWords();
  const { tasks } = matter;
  if (tasks.length === 0) return null;
  const open = tasks.filter(({ isOpen }) => isOpen);
  const isWaitedFor = open.some(({ isOurs }) => !isOurs);
  return (
    <section className="card" aria-labelledby="assistance">
      <h2 id="assistance">
        {say('joint.title')} <span className="faint">{tasks.length}</span>
      </h2>
      {isWaitedFor && <p className="soft">{say('joint.waits', { count: open.length })}</p>}
      <ul className="tasks">
        {tasks.map((task) => (
          <Task key={task.id} task={task} />
        ))}
      </ul>
    </section>
  );
}

function Task({ task }: { task: TaskView }) {
  const { say } = useWords();
  return (
    <li className={task.isOpen ? 'task task-open' : 'task'}>
      <p className="task-head">
        <strong>{task.unit.name}</strong>
        <span className={task.isOpen && task.isLate ? 'is-late' : 'soft'}>{task.status.label}</span>
      </p>
      {task.isOpen ? <TimeLeft task={task} /> : <Ended task={task} />}
      <p className="running">{task.asked}</p>
      <p className="faint">
        {say('joint.askedBy', { unit: task.askedBy.name })} · <Instant at={task.askedAt} />
      </p>
      {task.answer && (
        <blockquote className="task-answer">
          <p className="running">{task.answer}</p>
        </blockquote>
      )}
    </li>
  );
}

function TimeLeft({ task }: { task: TaskView }) {
  const { say } = useWords();
  const { clock } = task;
  const left = useTimeLeft(task.dueOn, {
    count: clock?.remaining ?? task.remaining,
    isWorkingDays: clock?.limit.unit !== 'natural-day',
  });
  return (
    <>
      <p className={task.isLate ? 'is-late' : undefined}>
        {left} · <DueDate day={task.dueOn} />
      </p>
      {clock && (
        <details className="clock-counting">
          <summary>{say('clock.howCounted')}</summary>
          <ol>
            {clock.explanation.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function Ended({ task }: { task: TaskView }) {
  const { say } = useWords();
  return (
    <p className="soft">
      {[
        task.endedAt && <Instant key="at" at={task.endedAt} />,
        task.isLate && (
          <span key="late" className="is-late">
            {say('joint.wasLate')}
          </span>
        ),
      ]
        .filter(Boolean)
        .map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two fixed places.
          <Fragment key={index}>
            {index > 0 && ' · '}
            {part}
          </Fragment>
        ))}
    </p>
  );
}
