import type { Server } from 'node:http';
import { networkOf } from './network-of.ts';

export type ConnectionBounds = { readonly inAll: number; readonly perAddress: number };

/** A browser keeps six connections: two hundred desks behind one line. All together, what a machine's files allow. */
export const usualConnections: ConnectionBounds = { inAll: 5000, perAddress: 1200 };

/**
 * One address cannot hold all connections. Behind a proxy every connection is the proxy's, which then has to count them
 * itself; what one caller asks through it is counted by `address-rate.ts`.
 */
export function limitConnections(
  server: Server,
  { isBehindProxy, bounds = usualConnections }: { isBehindProxy: boolean; bounds?: ConnectionBounds },
): void {
  server.maxConnections = bounds.inAll;
  if (isBehindProxy) return;
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = networkOf(socket.remoteAddress ?? '');
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
    if (count > bounds.perAddress) socket.destroy();
  });
}
