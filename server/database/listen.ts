import pg from 'pg';
import { reach } from './several-hosts.ts';

export type Listener = {
  /** Resolves once the server sends what is told on the channel. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
};

export type ListenOptions = {
  readonly pool: pg.Pool;
  readonly channel: string;
  readonly onMessage: (payload: string) => void;
  /** The connection was lost and is back: something may have been missed. */
  readonly onBack: () => void;
  readonly onLost?: (error: Error) => void;
};

const waits = [100, 500, 2_000, 10_000];

/** One connection of its own that hears what transactions tell with NOTIFY, after they are committed. */
export function listen({ pool, channel, onMessage, onBack, onLost }: ListenOptions): Listener {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let isClosed = false;
  let isFirst = true;

  async function start(): Promise<void> {
    // A connection of the pool would come back to it listening.
    const { connectionString = '' } = pool.options;
    const made = new pg.Client({ ...reach(connectionString), keepAlive: true });
    const lost = (error: Error): void => {
      if (client !== made) return;
      client = undefined;
      onLost?.(error);
      again();
    };
    client = made;
    made.on('error', lost);
    made.on('end', () => lost(new Error('the connection that listens has ended')));
    made.on('notification', ({ payload = '' }) => onMessage(payload));
    try {
      await made.connect();
      await made.query(`listen ${made.escapeIdentifier(channel)}`);
    } catch (failure) {
      lost(failure as Error);
      return;
    }
    failures = 0;
    if (!isFirst) onBack();
    isFirst = false;
  }

  function again(): void {
    if (isClosed) return;
    const wait = waits[Math.min(failures, waits.length - 1)];
    failures += 1;
    timer = setTimeout(() => void start(), wait);
    timer.unref();
  }

  const ready = start();
  return {
    ready,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
}
