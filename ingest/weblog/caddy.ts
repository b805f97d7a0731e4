// SPDX-License-Identifier: AGPL-3.0-or-later
// Caddy's access log: one JSON object a line, the request in an object of its own.
import { type Format, type Request, siteName } from './format.ts';
import { asObject, type JsonObject, objectIn, textOf } from './json.ts';
import { readMoment } from './moment.ts';

export const caddy: Format = { title: 'JSON di Caddy', open: () => read };

function read(line: string): Request | undefined {
  const said = objectIn(line);
  const request = said && asObject(said.request);
  if (!request || typeof said.status !== 'number' || said.ts === undefined) return undefined;
  const [method, target] = [textOf(request, 'method'), textOf(request, 'uri')];
  const address = textOf(request, 'client_ip', 'remote_ip') || withoutPort(textOf(request, 'remote_addr'));
  if (!method || !target || !address) return undefined;
  const headers = asObject(request.headers) ?? {};
  return {
    scope: siteName(textOf(request, 'host')),
    time: readMoment(said.ts),
    address,
    method,
    target,
    status: said.status,
    referrer: header(headers, 'Referer'),
    agent: header(headers, 'User-Agent'),
  };
}

/** A header is a list of values, of which the first counts. */
function header(headers: JsonObject, name: string): string {
  const values = headers[name];
  const [first] = Array.isArray(values) ? values : [];
  return typeof first === 'string' ? first : '';
}

/** Older Caddy wrote address and port in one. */
function withoutPort(address: string): string {
  return address.replace(/:\d+$/, '');
}
