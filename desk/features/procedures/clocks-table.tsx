import '../../design-system/table/table.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ProcedureClockView, ProcedureView } from '#contract/roadmap/procedures.ts';
import { useWords } from '../../app/language/words.tsx';
import { Unverified } from '../../design-system/marks/unverified.tsx';

const columns = ['clock', 'starts', 'limit', 'counting', 'extension', 'pauses', 'expiry', 'source'] as const;

/** Every limit of these procedures, one line each: from when, how long, how it is counted and changed, and under which law. */
export function ClocksTable(props: {
  procedures: readonly ProcedureView[];
  caption: string;
  /** Where each procedure has a page of its own to go to. */
  hasHeads?: boolean;
}) {
  const { say } = useWords();
  return (
    <div className="data-table clocks-table">
      <table>
        <caption className="only-read-aloud">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {say(`procedures.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {props.procedures.map((one) => (
          <tbody key={`${one.procedure.code} ${one.inForceFrom}`}>
            {props.hasHeads && <Head of={one} />}
            {one.clocks.map((clock) => (
              <ClockLine key={clock.clock.code} clock={clock} />
            ))}
            {one.clocks.length === 0 && (
              <tr>
                <td colSpan={columns.length} className="soft">
                  {say('procedures.noClocks')}
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Head({ of: { procedure, body, inForceFrom, isVerified } }: { of: ProcedureView }) {
  const { say } = useWords();
  return (
    <tr className="clocks-head">
      <th scope="rowgroup" colSpan={columns.length}>
        <Link to={`/procedures/${procedure.code}`}>{procedure.label}</Link>
        <span className="soft">
          {[body, inForceFrom && say('procedures.since', { day: inForceFrom })].filter(Boolean).join(' · ')}
        </span>
        {!isVerified && <Unverified />}
      </th>
    </tr>
  );
}

function ClockLine({ clock }: { clock: ProcedureClockView }) {
  const { language, say } = useWords();
  const list = language === 'zh' ? '、' : ', ';
  const { extension, pauses } = clock;
  const cells: Record<(typeof columns)[number], ReactNode> = {
    clock: (
      <>
        {clock.isMain ? <strong>{clock.clock.label}</strong> : clock.clock.label}
        <span className="faint clock-owner">
          {clock.owedBy.code === 'party' ? say('procedures.window') : clock.owedBy.label}
        </span>
      </>
    ),
    starts: (
      <>
        {clock.starts.label}
        {clock.ends.length > 0 && (
          <span className="faint clock-owner">
            {say('procedures.ends', { list: clock.ends.map(({ label }) => label).join(list) })}
          </span>
        )}
      </>
    ),
    limit: clock.limit.text,
    counting: clock.counting,
    extension: extension ? (
      <>
        {say('procedures.extendedBy', { most: extension.most, times: extension.times })}
        <span className="faint clock-owner">
          {extension.approvedBy}
          {!extension.isMostByLaw && say('procedures.mostOfCity')}
        </span>
      </>
    ) : (
      <None />
    ),
    pauses:
      pauses.length > 0 ? (
        pauses.map(({ ground, mostDays, source }) => (
          <span key={ground.code} className="clock-pause">
            {say('procedures.pause', { ground: ground.label, days: mostDays })}
            <span className="faint clock-owner">{source}</span>
          </span>
        ))
      ) : (
        <None />
      ),
    expiry: clock.expiry || <None />,
    source: (
      <>
        {clock.source} {!clock.isVerified && <Unverified />}
      </>
    ),
  };
  return (
    <tr>
      {columns.map((column) => (
        <td key={column} data-head={say(`procedures.${column}`)}>
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}

function None() {
  const { say } = useWords();
  return <span className="faint">{say('procedures.none')}</span>;
}
