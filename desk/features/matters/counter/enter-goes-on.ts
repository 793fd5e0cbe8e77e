import type { KeyboardEvent } from 'react';

const places = 'textarea, input:not([type=radio]):not([type=checkbox]):not([type=file])';

/**
 * Enter goes on to the next field in the order a person tells it; Shift Enter breaks a line. A list that is open takes
 * Enter for its own choice first, and the next field comes after.
 */
export function enterGoesOn(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (
    event.nativeEvent.isComposing ||
    !(event.target instanceof HTMLElement) ||
    !event.target.matches(places)
  )
    return;
  const { currentTarget: form, target: field } = event;
  const list = field.closest('.ant-select');
  if (list?.classList.contains('ant-select-open')) {
    // The list has chosen once this event is through; where nothing fits, the cursor stays to have the text corrected.
    if (field.getAttribute('aria-activedescendant')) setTimeout(() => focusNext(form, field));
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  focusNext(form, field);
}

function focusNext(form: HTMLElement, field: HTMLElement): void {
  const fields = [...form.querySelectorAll<HTMLElement>(places)].filter((one) => one.offsetParent !== null);
  fields[fields.indexOf(field) + 1]?.focus();
}
