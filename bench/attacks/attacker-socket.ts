import { connect, type Socket } from 'node:net';
import type { Target } from './target.ts';

/**
 * A connection from an address of the attacker's own: on Linux all of 127.0.0.0/8 is this machine, so that limits by
 * address meet the attacker and not the people who are measured.
 */
export function attackerSocket({ url }: Target, from: number): Socket {
  const { hostname, port } = new URL(url);
  const localAddress = process.platform === 'linux' ? addressOf(from) : undefined;
  const socket = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    ...(localAddress && { localAddress }),
  });
  socket.on('error', () => undefined);
  return socket;
}

/** 127.0.1.1 and on; the people who are measured come from 127.0.0.1. */
function addressOf(number: number): string {
  return `127.0.${1 + (Math.floor(number / 250) % 250)}.${1 + (number % 250)}`;
}
