import './menu.css';
import {
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { keptInSight } from './kept-in-sight.ts';

export type MenuLine = { key: string; label: ReactNode; extra?: ReactNode; isDisabled?: boolean };
export type MenuPart = { key: string; title?: string; lines: readonly MenuLine[] };

type Opener = {
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
};

/** A button and the lines that open under it. By keys: down opens, arrows move, a letter leads to its line, Esc goes back. */
export function Menu(props: {
  parts: readonly MenuPart[];
  onPick: (key: string) => void;
  /** The line that holds now, where the menu is a choice. */
  chosen?: string | undefined;
  /** Ends where its button ends. */
  isAtEnd?: boolean;
  onOpen?: () => void;
  children: ReactElement<Opener>;
}) {
  const [opener, setOpener] = useState<HTMLElement>();
  const close = () => setOpener(undefined);
  const open = (from: HTMLElement) => {
    props.onOpen?.();
    setOpener(from);
  };
  return (
    <>
      {cloneElement(props.children, {
        'aria-haspopup': 'menu',
        'aria-expanded': opener !== undefined,
        onClick: ({ currentTarget }) => (opener ? close() : open(currentTarget)),
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          open(event.currentTarget);
        },
      })}
      {opener && createPortal(<Lines {...props} opener={opener} close={close} />, document.body)}
    </>
  );
}

function Lines(props: Parameters<typeof Menu>[0] & { opener: HTMLElement; close: () => void }) {
  const { opener, close, isAtEnd = false } = props;
  const menu = useRef<HTMLDivElement>(null);
  const goBack = () => {
    close();
    opener.focus();
  };
  const isFilled = props.parts.length > 0;
  // Again for every drawing: what fills it later makes it longer.
  useLayoutEffect(() => {
    if (menu.current)
      Object.assign(menu.current.style, keptInSight(menu.current, opener, isAtEnd ? 'end' : 'start'));
  });
  useLayoutEffect(() => {
    if (isFilled) menu.current?.querySelector<HTMLElement>('.menu-chosen, .menu-line')?.focus();
  }, [isFilled]);
  useLeft(menu, opener, close);
  const onKeyDown = (event: KeyboardEvent) => {
    // What is pressed in a menu is meant for it, and not for the page that its button stands on.
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') return goBack();
    const lines = [...(menu.current?.querySelectorAll<HTMLElement>('.menu-line') ?? [])];
    const next = lineAfter(lines, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div ref={menu} className="menu" role="menu" tabIndex={-1} onKeyDown={onKeyDown}>
      {props.parts.map(({ key, title, lines }, index) => (
        <div key={key} {...(title ? { role: 'group', 'aria-label': title } : { role: 'none' })}>
          {index > 0 && !title && <hr className="menu-rule" />}
          {title && (
            <div className="menu-group" aria-hidden="true">
              {title}
            </div>
          )}
          {lines.map((line) => (
            <button
              key={line.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={`menu-line${line.key === props.chosen ? ' menu-chosen' : ''}`}
              aria-current={line.key === props.chosen || undefined}
              aria-disabled={line.isDisabled || undefined}
              onClick={() => {
                if (line.isDisabled) return;
                goBack();
                props.onPick(line.key);
              }}
            >
              {line.label}
              {line.extra}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

function lineAfter(lines: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = lines.indexOf(document.activeElement as HTMLElement);
  if (key === 'ArrowDown') return lines[(at + 1) % lines.length];
  if (key === 'ArrowUp') return lines.at(at < 1 ? -1 : at - 1);
  if (key === 'Home') return lines[0];
  if (key === 'End') return lines.at(-1);
  if (key.length > 1 || key === ' ') return undefined;
  return [...lines.slice(at + 1), ...lines.slice(0, at + 1)].find(({ textContent }) =>
    textContent.toLowerCase().startsWith(key.toLowerCase()),
  );
}

/** Gone as soon as somebody presses elsewhere or Esc, or as the button moves away from under it. */
function useLeft(menu: { current: HTMLElement | null }, opener: HTMLElement, close: () => void): void {
  const latest = useRef(close);
  useLayoutEffect(() => {
    latest.current = close;
  });
  useLayoutEffect(() => {
    const isIn = (target: EventTarget | null) =>
      target instanceof Node && (menu.current?.contains(target) || opener.contains(target));
    const left = ({ target }: Event) => {
      if (!isIn(target)) latest.current();
    };
    const { top, left: start } = opener.getBoundingClientRect();
    // Word of a scroll that brought the button into sight may come after the menu has opened.
    const moved = () => {
      const now = opener.getBoundingClientRect();
      if (Math.abs(now.top - top) > 1 || Math.abs(now.left - start) > 1) latest.current();
    };
    const resized = () => latest.current();
    // A drawer that has just closed may have taken the focus back to where it came from.
    const given = ({ key, target }: globalThis.KeyboardEvent) => {
      if (key === 'Escape' && target instanceof Node && !menu.current?.contains(target)) latest.current();
    };
    document.addEventListener('pointerdown', left, true);
    document.addEventListener('keydown', given);
    document.addEventListener('scroll', moved, true);
    window.addEventListener('resize', resized);
    return () => {
      document.removeEventListener('pointerdown', left, true);
      document.removeEventListener('keydown', given);
      document.removeEventListener('scroll', moved, true);
      window.removeEventListener('resize', resized);
    };
  }, [menu, opener]);
}
