import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/**
 * A part of the page with a file of its own. `fetch` brings it before it is wanted; what is there is drawn without waiting.
 * Not React's `lazy`: what had to wait for that may not appear for a third of a second, which is seen when a form opens.
 */
export function late<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  let fetched: ComponentType<Props> | undefined;
  const fetch = async (): Promise<void> => {
    fetched = (await load()).default;
  };
  function Late({ waiting = null, ...props }: Props & { waiting?: ReactNode }) {
    const [, draw] = useState(fetched !== undefined);
    useEffect(() => {
      if (fetched) return;
      fetch().then(
        () => draw(true),
        // As if it had failed while it was drawn: the page says so.
        (error: unknown) =>
          draw(() => {
            throw error;
          }),
      );
    }, []);
    const Part = fetched;
    return Part ? <Part {...(props as Props)} /> : waiting;
  }
  /** Whoever wants it while it could not be fetched is told then. */
  const fetchAhead = (): Promise<void> => fetch().catch(() => undefined);
  return Object.assign(Late, { fetch: fetchAhead });
}
