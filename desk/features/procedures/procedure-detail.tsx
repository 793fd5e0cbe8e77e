import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ProcedureView } from '#contract/roadmap/procedures.ts';
import { useWords } from '../../app/language/words.tsx';
import { Unverified } from '../../design-system/marks/unverified.tsx';
import { ClocksTable } from './clocks-table.tsx';

type Labelled = ProcedureView['procedure'];
type Props = {
  procedure: ProcedureView;
  /** All that are in force: some lead here. */
  all: readonly ProcedureView[];
  /** Its other versions, each with its first day. */
  otherVersions: readonly ProcedureView[];
};

/** One procedure whole: who, when, on what terms, its limits, how it ends and what may follow. */
export function ProcedureDetail({ procedure: one, all, otherVersions }: Props) {
  const { language, say } = useWords();
  const list = (labels: readonly Labelled[]) =>
    labels.map(({ label }) => label).join(language === 'zh' ? '、' : ', ');
  const before = all.filter(({ outcomes }) =>
    outcomes.some(({ next }) => next.some(({ code }) => code === one.procedure.code)),
  );
  return (
    <section aria-label={one.procedure.label} className="procedure">
      <p className="running">{one.what}</p>
      <dl className="procedure-facts">
        <Fact name={say('procedures.body')}>{one.body}</Fact>
        <Fact name={say('procedures.heldBy')}>{one.heldBy.label}</Fact>
        {one.heldBy.code !== 'step' && (
          <>
            <Fact name={say('procedures.startedBy')}>
              {[
                one.startedBy,
                one.isVoluntary && say('roadmap.voluntary'),
                !one.isEntry && say('procedures.notEntry'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Fact>
            <Fact name={say('procedures.kinds')}>
              {one.kinds ? list(one.kinds) : say('procedures.allKinds')}
              {one.excludedKinds.length > 0 &&
                say('procedures.exceptKinds', { list: list(one.excludedKinds) })}
            </Fact>
            <Fact name={say('procedures.requires')}>{list(one.requires) || say('procedures.none')}</Fact>
            <Fact name={say('procedures.events')}>{list(one.events)}</Fact>
          </>
        )}
        {before.length > 0 && (
          <Fact name={say('procedures.before')}>
            <Links to={before.map(({ procedure }) => procedure)} />
          </Fact>
        )}
        <Fact name={say('procedures.source')}>
          {one.source} {!one.isVerified && <Unverified />}
        </Fact>
        {one.inForceFrom && (
          <Fact name={say('procedures.inForceFrom')}>
            <time dateTime={one.inForceFrom}>{one.inForceFrom}</time>
          </Fact>
        )}
      </dl>
      <h2>{say('procedures.clocks')}</h2>
      <ClocksTable procedures={[one]} caption={say('procedures.clocksOf', { name: one.procedure.label })} />
      <h2>{say('procedures.outcomes')}</h2>
      <ul className="procedure-ends">
        {one.outcomes.map(({ outcome, next, mayEnd }) => (
          <li key={outcome.code}>
            <strong>{outcome.label}</strong>
            <span className="soft">
              {next.length > 0 && (
                <>
                  {say('procedures.then')} <Links to={next} />
                </>
              )}
              {next.length > 0 && mayEnd && ' · '}
              {mayEnd && say('procedures.mayEnd')}
            </span>
          </li>
        ))}
      </ul>
      {otherVersions.map((version) => (
        <details key={version.inForceFrom} className="procedure-version">
          <summary>
            {say('procedures.version', { standing: version.standing.label, day: version.inForceFrom ?? '' })}
          </summary>
          <ClocksTable
            procedures={[version]}
            caption={say('procedures.version', {
              standing: version.standing.label,
              day: version.inForceFrom ?? '',
            })}
          />
        </details>
      ))}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Links({ to }: { to: readonly Labelled[] }) {
  const { language } = useWords();
  return to.map(({ code, label }, index) => (
    <span key={code}>
      {index > 0 && (language === 'zh' ? '、' : ', ')}
      <Link to={`/procedures/${code}`}>{label}</Link>
    </span>
  ));
}
