import './tip.css';
import { cloneElement, type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { besideOf, keptInSight } from './kept-in-sight.ts';

type Stood = { currentTarget: HTMLElement };
type Anchor = {
  onPointerEnter?: (event: Stood) => void;
  onPointerLeave?: () => void;
  onFocus?: (event: Stood) => void;
  onBlur?: () => void;
};

/**
 * More about what the pointer or the focus stands on. Drawn when one of them comes, for hardly one in a long list is ever
 * looked at. What it says has to stand in the page for who hears it, too.
 */
export function Tip(props: {
  title: string;
  /** Over what it belongs to, unless told. */
  side?: 'above' | 'right';
  className?: string;
  children: ReactElement<Anchor>;
}) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const leave = () => setAnchor(undefined);
  return (
    <>
      {cloneElement(props.children, {
        onPointerEnter: ({ currentTarget }) => setAnchor(currentTarget),
        onPointerLeave: leave,
        onFocus: ({ currentTarget }) => {
          if (currentTarget.matches(':focus-visible')) setAnchor(currentTarget);
        },
        onBlur: leave,
      })}
      {anchor && createPortal(<Shown {...props} anchor={anchor} leave={leave} />, document.body)}
    </>
  );
}

function Shown(
  props: Omit<Parameters<typeof Tip>[0], 'children'> & { anchor: HTMLElement; leave: () => void },
) {
  const tip = useRef<HTMLDivElement>(null);
  const { anchor, side = 'above', leave } = props;
  useLayoutEffect(() => {
    if (!tip.current) return;
    const place =
      side === 'right' ? besideOf(tip.current, anchor) : keptInSight(tip.current, anchor, 'above');
    Object.assign(tip.current.style, place);
  });
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const gone = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key === 'Escape') latest.current();
    };
    const names = ['scroll', 'keydown', 'pointerdown'];
    for (const name of names) document.addEventListener(name, gone, true);
    return () => {
      for (const name of names) document.removeEventListener(name, gone, true);
    };
  }, []);
  return (
    <div ref={tip} className={`tip${props.className ? ` ${props.className}` : ''}`} role="tooltip">
      {props.title}
    </div>
  );
}
