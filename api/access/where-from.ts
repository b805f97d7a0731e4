// SPDX-License-Identifier: AGPL-3.0-or-later
// Where a request comes from, as far as it can be believed: only proxies that the settings name may speak for others.
import { BlockList, isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Settings } from '../../sql/settings.ts';

/** The address of who asks; of IPv6 the network, since everybody has a whole one. Never kept, never logged. */
export function clientAddress(c: Context, settings: Settings): string {
  const direct = peer(c);
  if (!isTrusted(direct, settings)) return network(direct);
  const hops = (c.req.header('X-Forwarded-For') ?? '').split(',').map((hop) => plain(hop.trim()));
  const client = hops.reverse().find((hop) => isIP(hop) !== 0 && !isTrusted(hop, settings));
  return network(client ?? direct);
}

/** The origin of our own pages, as browsers see it. */
export function ownOrigin(c: Context, settings: Settings): string {
  const { protocol, host } = new URL(c.req.url);
  const isProxied = isTrusted(peer(c), settings);
  const said = isProxied ? c.req.header('X-Forwarded-Proto') : undefined;
  const outside = isProxied ? c.req.header('X-Forwarded-Host') : undefined;
  return `${said === 'https' ? 'https:' : protocol}//${outside && isHost(outside) ? outside : host}`;
}

/** A proxy may hand on what a client sent. */
function isHost(text: string): boolean {
  return /^[\w.:[\]-]+$/.test(text) && URL.canParse(`http://${text}`);
}

/** Whether nobody stands between the server and this machine. */
export function isDirect(c: Context): boolean {
  return c.req.header('X-Forwarded-For') === undefined && c.req.header('Forwarded') === undefined;
}

function peer(c: Context): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return plain(incoming?.socket.remoteAddress ?? '');
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d)/, '');
}

function network(address: string): string {
  if (isIP(address) !== 6) return address;
  const short = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  // What is left out in the middle are zeros: 2001:db8::1 is of the network 2001:db8:0:0.
  const [before = [], after = []] = short.split('::').map((part) => part.split(':'));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

const lists = new WeakMap<Settings, BlockList>();

function isTrusted(address: string, settings: Settings): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const list = lists.get(settings) ?? trustedList(settings);
  lists.set(settings, list);
  return list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

function trustedList({ trustedProxies }: Settings): BlockList {
  const list = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}
