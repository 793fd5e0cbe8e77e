import type { ReactNode } from 'react';

/** One way in, or one list: what it is, how it stands, what can be done about it. */
export function SecurityPart(props: {
  title: string;
  lead: string;
  /** How it stands. */
  state?: string | false;
  act?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className="security-part" aria-label={props.title}>
      <div className="security-head">
        <div>
          <h2>{props.title}</h2>
          <p className="soft running">{props.lead}</p>
          {props.state && <p>{props.state}</p>}
        </div>
        {props.act}
      </div>
      {props.children}
    </section>
  );
}
