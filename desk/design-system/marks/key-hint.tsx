import './key-hint.css';

/** The letter that does the same as the thing beside it. Said by the shortcut list, so not read aloud here. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className="key-hint" aria-hidden="true">
      {keys}
    </span>
  );
}
