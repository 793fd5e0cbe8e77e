import './forms.css';
import { type ReactNode, useId } from 'react';

export type FieldParts = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean };

/** Label above, hint under it, the control, and what is wrong with it. The control gets the ids that tie them. */
export function Field(props: {
  label: ReactNode;
  hint?: ReactNode;
  fault?: string | undefined;
  aside?: ReactNode;
  isOptional?: string | undefined;
  children: (parts: FieldParts) => ReactNode;
}) {
  const id = useId();
  const described = [props.hint ? `${id}-hint` : '', props.fault ? `${id}-fault` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className={`field${props.fault ? ' field-faulty' : ''}`}>
      <div className="field-head">
        <label htmlFor={id}>
          {props.label}
          {props.isOptional && <span className="faint field-optional"> {props.isOptional}</span>}
        </label>
        {props.aside}
      </div>
      {props.hint && (
        <p id={`${id}-hint`} className="faint field-hint">
          {props.hint}
        </p>
      )}
      {props.children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': props.fault !== undefined,
      })}
      {props.fault && (
        <p id={`${id}-fault`} className="field-fault" role="alert">
          {props.fault}
        </p>
      )}
    </div>
  );
}

/** Several controls that answer one question. */
export function FieldGroup(props: {
  legend: ReactNode;
  hint?: ReactNode;
  fault?: string | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset className="field field-group">
      <legend>{props.legend}</legend>
      {props.hint && <p className="faint field-hint">{props.hint}</p>}
      {props.children}
      {props.fault && (
        <p className="field-fault" role="alert">
          {props.fault}
        </p>
      )}
    </fieldset>
  );
}
