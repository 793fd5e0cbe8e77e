import './page-frame.css';
import { type ReactNode, useEffect } from 'react';

/** A page of its own: title, what it is for, its acts, and the content under it. */
export function PageFrame(props: {
  title: string;
  lead?: ReactNode;
  acts?: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}) {
  usePageTitle(props.title);
  return (
    <div className={`page-frame${props.isWide ? ' page-frame-wide' : ''}`}>
      <header className="page-head">
        <div>
          <h1>{props.title}</h1>
          {props.lead && <p className="soft running">{props.lead}</p>}
        </div>
        {props.acts && <div className="page-acts not-printed">{props.acts}</div>}
      </header>
      {props.children}
    </div>
  );
}

/** The page's name in the window's title, so that tabs and screen readers tell pages apart. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 和解 Hejie`;
  }, [title]);
}
