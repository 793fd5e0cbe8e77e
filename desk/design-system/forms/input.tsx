import './input.css';
import EyeInvisibleOutlined from '@ant-design/icons-svg/es/asn/EyeInvisibleOutlined';
import EyeOutlined from '@ant-design/icons-svg/es/asn/EyeOutlined';
import { type InputHTMLAttributes, type ReactNode, type Ref, useState } from 'react';
import { useWords } from '../../app/language/words.tsx';
import { Icon } from '../acts/icon.tsx';

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'size' | 'prefix'> & {
  size?: 'large' | undefined;
  ref?: Ref<HTMLInputElement>;
};

/** A line to type in. */
export function Input({ size, className, ...own }: InputProps) {
  return <input type="text" {...own} className={classes('input', size, className)} />;
}

/** The same with something before what is typed, or behind it. */
export function FramedInput(props: InputProps & { before?: ReactNode; after?: ReactNode }) {
  const { before, after, size, className, ...own } = props;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press beside the text is a press on the field
    <span
      className={classes('input input-framed', size, className)}
      onMouseDown={(event) => {
        const { currentTarget, target } = event;
        if (target instanceof Element && target.closest('input, button')) return;
        event.preventDefault();
        currentTarget.querySelector('input')?.focus();
      }}
    >
      {before}
      <input type="text" {...own} />
      {after}
    </span>
  );
}

/** What is typed is hidden from who looks over a shoulder, and shown to who wants to see what they type. */
export function PasswordInput(props: InputProps) {
  const { say } = useWords();
  const [isShown, setShown] = useState(false);
  return (
    <FramedInput
      {...props}
      type={isShown ? 'text' : 'password'}
      after={
        <button
          type="button"
          className="input-eye"
          aria-pressed={isShown}
          aria-label={say('password.show')}
          onClick={() => setShown(!isShown)}
        >
          <Icon of={isShown ? EyeOutlined : EyeInvisibleOutlined} />
        </button>
      }
    />
  );
}

function classes(base: string, size: 'large' | undefined, more: string | undefined): string {
  return [base, size && 'input-large', more].filter(Boolean).join(' ');
}
