export type OneAhead = {
  /** Begins the next piece of work once the one before it is done, and does not wait for its end. */
  begin(work: () => Promise<void>): Promise<void>;
  end(): Promise<void>;
};

/** While a batch is written the next one is read: one, and no more, so that memory holds two at most. */
export function createOneAhead(): OneAhead {
  let underWay: Promise<void> = Promise.resolve();
  return {
    async begin(work) {
      await underWay;
      underWay = work();
      // Told by whoever waits next, who always comes.
      underWay.catch(() => undefined);
    },
    end: () => underWay,
  };
}
