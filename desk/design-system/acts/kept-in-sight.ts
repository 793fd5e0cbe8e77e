const gap = 4;
const edge = 8;

type Place = { left: string; top: string };

/** Where to put what belongs to `anchor`: under it or above it, on the other side where there is more room, and in the window. */
export function keptInSight(
  shown: HTMLElement,
  anchor: HTMLElement,
  where: 'start' | 'end' | 'above',
): Place {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = shown;
  const left =
    where === 'end' ? at.right - width : where === 'start' ? at.left : at.left + at.width / 2 - width / 2;
  const [above, under] = [at.top - gap - height, at.bottom + gap];
  const hasRoomAbove = above >= edge;
  const hasRoomUnder = under + height <= document.documentElement.clientHeight - edge;
  const isAbove = where === 'above' ? hasRoomAbove || !hasRoomUnder : hasRoomAbove && !hasRoomUnder;
  return inWindow(shown, left, isAbove ? above : under);
}

/** To the right of it, in the middle of its height. */
export function besideOf(shown: HTMLElement, anchor: HTMLElement): Place {
  const at = anchor.getBoundingClientRect();
  return inWindow(shown, at.right + gap, at.top + at.height / 2 - shown.offsetHeight / 2);
}

function inWindow({ offsetWidth, offsetHeight }: HTMLElement, left: number, top: number): Place {
  const { clientWidth, clientHeight } = document.documentElement;
  const within = (value: number, size: number, whole: number) =>
    `${Math.max(edge, Math.min(value, whole - edge - size))}px`;
  return { left: within(left, offsetWidth, clientWidth), top: within(top, offsetHeight, clientHeight) };
}
