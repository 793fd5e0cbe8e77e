import { checkRegistration, type RegistrationRefusal } from '#domain/matters/registration.ts';
import { safetyBodyOf } from '../safety/safety-draft.ts';
import { type IntakeDraft, registrationOf } from './intake-draft.ts';

export type IntakeFault = { field: string; reason: RegistrationRefusal | 'required' };

/** What keeps the form from being saved, by the same rules as the server's; none when it may be sent. */
export function intakeFaults(
  draft: IntakeDraft,
  known: { isKind: (code: string) => boolean; isRegion: (code: string) => boolean },
): IntakeFault[] {
  const checked = checkRegistration(registrationOf(draft), { ...known, areaCode: '' });
  return [
    ...(draft.story.trim() ? [] : [{ field: 'story', reason: 'required' as const }]),
    ...(checked.ok
      ? []
      : checked.faults
          .filter(isForTheDesk)
          .map(({ field, reason }) => ({ field, reason: shownReason(reason) }))),
    ...(draft.safety && !safetyBodyOf(draft.safety)
      ? [{ field: 'safety', reason: 'required' as const }]
      : []),
  ];
}

/** A local number without its area code is fine: the city's own, which only the server knows, is added there. */
function isForTheDesk({ reason }: { reason: RegistrationRefusal }): boolean {
  return reason !== 'phone-not-recognised';
}

/** On a form whose field is still empty, "required" says it better than "not on the list". */
function shownReason(reason: RegistrationRefusal): IntakeFault['reason'] {
  return reason === 'unknown-kind' || reason === 'unknown-region' || reason === 'name-missing'
    ? 'required'
    : reason;
}
