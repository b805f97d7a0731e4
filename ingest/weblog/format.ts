// SPDX-License-Identifier: AGPL-3.0-or-later
// What every format of access log comes down to.

/** A request to the web server, as one line of its log tells it. */
export interface Request {
  /** The site, where the log holds several; otherwise empty. */
  scope: string;
  /** Seconds since 1970. */
  time: number;
  address: string;
  method: string;
  /** Path and query string, as they were asked for. */
  target: string;
  status: number;
  /** `-` or empty when there was none. */
  referrer: string;
  agent: string;
}

/** Reads one line: null where it says nothing (a comment), undefined where it is of another shape. @throws BadRow. */
export type Reader = (line: string) => Request | null | undefined;

/** Reads the line of a text between two places, as a Reader reads it; the request is good until the next is read. */
export type ReaderWithin = (text: string, from: number, to: number) => ReturnType<Reader>;

export interface Format {
  /** As people read it. */
  title: string;
  /** Begins a file; the reader may remember what came before. */
  open(): Reader;
  /** What a line says depends on a header somewhere before it. */
  hasHeader?: true;
  /** The same, for a format whose lines need not be cut out of their text. */
  openWithin?(): ReaderWithin;
}

/**
 * Takes `GET /path HTTP/1.1` apart; the protocol may be missing.
 *
 * @example splitRequest('GET /a b HTTP/1.1') // { method: 'GET', target: '/a b' }
 */
export function splitRequest(request: string): Pick<Request, 'method' | 'target'> {
  const first = request.indexOf(' ');
  if (first < 0) return { method: request, target: '' };
  const last = request.lastIndexOf(' ');
  const method = first === 3 && request.startsWith('GET') ? 'GET' : request.slice(0, first);
  return { method, target: request.slice(first + 1, last > first + 1 ? last : undefined) };
}

/** A site's name without the port, so that http and https are one site. `-` is none. */
export function siteName(host: string): string {
  return host === '-' ? '' : host.toLowerCase().replace(/:\d+$/, '');
}
