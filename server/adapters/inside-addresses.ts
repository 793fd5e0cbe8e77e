import { BlockList, isIPv6 } from 'node:net';

/** IPv4 networks that are not the public internet (IANA's special-purpose registry), and what clouds keep apart. */
const insideIpv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Behind a carrier's NAT; one cloud's metadata (100.100.100.200) stands here.
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local; most clouds' metadata (169.254.169.254) stands here.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // A public address that answers only from inside one cloud.
  ['168.63.129.16', 32],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Parts of the public IPv6 space that carry an IPv4 address, lead to a tunnel, or are for books. */
const insideIpv6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const ipv4 = new BlockList();
for (const [network, prefix] of insideIpv4) ipv4.addSubnet(network, prefix, 'ipv4');
const ipv6 = new BlockList();
for (const [network, prefix] of insideIpv6) ipv6.addSubnet(network, prefix, 'ipv6');
const publicIpv6 = new BlockList();
publicIpv6.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an address leads somewhere that only this machine or its network reaches. Of IPv6 nothing is outside but what
 * is given out to the public: so loopback, unique-local, link-local, multicast, IPv4 in IPv6 and NAT64 need no line.
 */
export function isInside(address: string): boolean {
  if (!isIPv6(address)) return ipv4.check(address, 'ipv4');
  const bare = address.split('%', 1)[0] ?? address;
  return !publicIpv6.check(bare, 'ipv6') || ipv6.check(bare, 'ipv6');
}
