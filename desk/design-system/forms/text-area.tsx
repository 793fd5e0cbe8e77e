import './input.css';
import { type Ref, type TextareaHTMLAttributes, useLayoutEffect, useRef } from 'react';

/** Grows with what is typed in it, up to a number of lines. */
export function TextArea(
  props: TextareaHTMLAttributes<HTMLTextAreaElement> & {
    lines?: { least: number; most?: number };
    ref?: Ref<HTMLTextAreaElement>;
  },
) {
  const { lines = { least: 2 }, ref, className, ...own } = props;
  const area = useRef<HTMLTextAreaElement | null>(null);
  const { least, most = Number.POSITIVE_INFINITY } = lines;
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again whenever what stands in it changes
  useLayoutEffect(() => {
    const field = area.current;
    if (field) grow(field, least, most);
  }, [own.value, least, most]);
  return (
    <textarea
      {...own}
      rows={least}
      className={`input${className ? ` ${className}` : ''}`}
      ref={(field) => {
        area.current = field;
        if (typeof ref === 'function') return ref(field);
        if (ref) ref.current = field;
      }}
    />
  );
}

function grow(field: HTMLTextAreaElement, least: number, most: number): void {
  field.style.height = '';
  // Nothing typed needs no measuring, which would make the browser lay out the whole page at once.
  if (field.value === '' || !field.isConnected) return;
  const { lineHeight, paddingBlockStart, paddingBlockEnd, borderBlockStartWidth } = getComputedStyle(field);
  const [line, border] = [Number.parseFloat(lineHeight), 2 * Number.parseFloat(borderBlockStartWidth)];
  const around = Number.parseFloat(paddingBlockStart) + Number.parseFloat(paddingBlockEnd);
  const wanted = Math.min(Math.max(field.scrollHeight - around, least * line), most * line);
  field.style.height = `${Math.ceil(wanted + around + border)}px`;
}
