import './button.css';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react';

type Look = {
  /** `primary` once a page: the next lawful step. */
  type?: 'primary' | 'default' | 'text';
  size?: 'small' | 'large';
  /** As wide as what it stands in. */
  block?: boolean;
  /** What it was pressed for is on its way. */
  loading?: boolean;
  icon?: ReactNode;
};
type Own = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> & {
  htmlType?: 'submit' | 'button';
  ref?: Ref<HTMLButtonElement>;
};

/** The desk's button. Of the page's own elements and a style sheet: it stands on every page, and no page waits for it. */
export function Button({ type, size, block, loading, icon, htmlType, ...own }: Look & Own) {
  return (
    <button
      {...own}
      type={htmlType ?? 'button'}
      className={classesOf({ type, size, block }, !own.children && icon !== undefined, own.className)}
      aria-busy={loading || undefined}
      onClick={loading ? (event) => event.preventDefault() : own.onClick}
    >
      {loading ? <span className="button-turning" aria-hidden="true" /> : icon}
      {own.children}
    </button>
  );
}

/** Looks like a button and leads to another address. */
export function ButtonLink({ type, size, block, ...own }: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...own} className={classesOf({ type, size, block }, false, own.className)} />;
}

function classesOf(look: Look, isPicture: boolean, more: string | undefined): string {
  return [
    'button',
    look.type && look.type !== 'default' && `button-${look.type}`,
    look.size && `button-${look.size}`,
    look.block && 'button-block',
    isPicture && 'button-picture',
    more,
  ]
    .filter(Boolean)
    .join(' ');
}
