declare global {
  interface Window {
    /** By address what `public/first.js` asked for while this script was still on its way. */
    early?: Map<string, Promise<Response>> | undefined;
  }
}

const goodForMs = 30_000;

/** An answer that was asked for before this script was there. It is used once; whoever asks again wants it as it is then. */
export function takeEarly(address: string): Promise<Response> | undefined {
  const answer = window.early?.get(address);
  window.early?.delete(address);
  return performance.now() < goodForMs ? answer : undefined;
}

/** For when somebody else asks from now on than whoever opened the page. */
export function forgetEarly(): void {
  window.early = undefined;
}
