import { useEffect, useSyncExternalStore } from 'react';

/** Something that the page in front can do, for as long as it is in front. */
export type PaletteAct = { readonly key: string; readonly label: string; readonly run: () => void };

const nothing: readonly PaletteAct[] = [];
let offered = nothing;
const listeners = new Set<() => void>();

function offer(acts: readonly PaletteAct[]): void {
  offered = acts;
  for (const tell of listeners) tell();
}

/** Puts what a page can do into the palette. */
export function useOfferInPalette(acts: readonly PaletteAct[]): void {
  useEffect(() => {
    offer(acts);
    return () => offer(nothing);
  }, [acts]);
}

export function usePaletteActs(): readonly PaletteAct[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => offered,
  );
}
