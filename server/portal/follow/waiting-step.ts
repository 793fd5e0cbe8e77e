import type { Services } from '#server/app/services.ts';

/** What somebody typed, sealed for the length of the wait: it never stands readable in the page. */
type Ticket = {
  readonly id: string;
  readonly code: string;
  readonly secret: string;
  readonly ip: string;
  readonly fromMs: number;
};

export const waitingSeconds = 10;
const lastsMs = 5 * 60_000;
const boundTo = 'portal-waiting-step';

export type WaitingStep = ReturnType<typeof createWaitingStep>;

/** The waiting step, taken only while guessing goes on at large: a try counts when its ticket is ten seconds old, once. */
export function createWaitingStep({ keys, clock, newId }: Pick<Services, 'keys' | 'clock' | 'newId'>) {
  const key = keys.purposeKey(boundTo);
  const nowMs = (): number => clock.now().epochMilliseconds;
  const used = new Map<string, number>();
  return {
    ticketFor(typed: Pick<Ticket, 'code' | 'secret' | 'ip'>): string {
      const ticket: Ticket = { ...typed, id: newId(), fromMs: nowMs() + waitingSeconds * 1000 };
      return keys.seal(key, JSON.stringify(ticket), boundTo).toString('base64url');
    },
    /** What a ticket holds once its time has come; how long it still is, or null where it is none of ours. */
    redeem(
      text: string,
      ip: string,
    ): { typed: Pick<Ticket, 'code' | 'secret'> } | { seconds: number } | null {
      let ticket: Ticket;
      try {
        ticket = JSON.parse(keys.open(key, Buffer.from(text, 'base64url'), boundTo).toString('utf8'));
      } catch {
        return null;
      }
      const now = nowMs();
      for (const [id, untilMs] of used) if (untilMs < now) used.delete(id);
      if (ticket.ip !== ip || now > ticket.fromMs + lastsMs || used.has(ticket.id)) return null;
      if (now < ticket.fromMs) return { seconds: Math.ceil((ticket.fromMs - now) / 1000) };
      used.set(ticket.id, ticket.fromMs + lastsMs);
      return { typed: { code: ticket.code, secret: ticket.secret } };
    },
  };
}
