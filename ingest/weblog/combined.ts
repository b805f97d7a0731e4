// SPDX-License-Identifier: AGPL-3.0-or-later
// Apache's and nginx's "combined", the format most servers are set up with.
import { COMMON_PARTS } from './common.ts';
import { type Format, type Reader, type Request, splitRequest } from './format.ts';
import { stampReader } from './moment.ts';
import { hasSitePrefix } from './vhost.ts';

const QUOTED = '"((?:[^"\\\\]|\\\\.)*)"';
const COMBINED = new RegExp(`^${COMMON_PARTS} ${QUOTED} ${QUOTED}`);
const NOBODY = ' - - [';
const STAMP_LENGTH = 26;

export const combined: Format = {
  title: 'formato "combined"',
  open: () => {
    const seconds = stampReader();
    return (line) => readPlain(line, seconds) ?? readOdd(line, seconds);
  },
};

/**
 * Reads the lines that nearly all are: nobody is logged in and nothing is escaped. It finds the same as the expression
 * does, in a tenth of the time; what it is not sure of it leaves to the expression.
 */
export function readPlain(line: string, seconds: (stamp: string) => number): Request | undefined {
  const addressEnd = line.indexOf(' ');
  const stamp = addressEnd + NOBODY.length;
  const request = stamp + STAMP_LENGTH + 3;
  if (!line.startsWith(NOBODY, addressEnd) || line.indexOf(']', stamp) !== request - 3) return undefined;
  if (!line.startsWith('] "', request - 3)) return undefined;
  if (line.indexOf('\\') >= 0 || !isWord(line, addressEnd)) return undefined;
  const requestEnd = line.indexOf('"', request);
  const status = statusAt(line, requestEnd + 2);
  const referrer = afterBytes(line, requestEnd + 6);
  const referrerEnd = line.indexOf('"', referrer);
  const agentEnd = line.indexOf('"', referrerEnd + 3);
  if (requestEnd < 0 || referrerEnd < 0 || agentEnd < 0 || status < 0 || referrer < 0) return undefined;
  if (!line.startsWith('" ', requestEnd) || !line.startsWith('" "', referrerEnd)) return undefined;
  const { method, target } = splitRequest(line.slice(request, requestEnd));
  return {
    scope: '',
    time: seconds(line.slice(stamp, stamp + STAMP_LENGTH)),
    address: line.slice(0, addressEnd),
    method,
    target,
    status,
    referrer: line.slice(referrer, referrerEnd),
    agent: line.slice(referrerEnd + 3, agentEnd),
  };
}

/** Reads any line of the format. */
export function readOdd(line: string, seconds: (stamp: string) => number): ReturnType<Reader> {
  const parts = COMBINED.exec(line);
  if (!parts || hasSitePrefix(line)) return undefined;
  const [, address = '', stamp = '', request = '', status = '', referrer = '', agent = ''] = parts;
  return {
    scope: '',
    time: seconds(stamp),
    address,
    ...splitRequest(request),
    status: Number(status),
    referrer,
    agent,
  };
}

/** Whether the line begins with a word of plain characters of that length. */
function isWord(line: string, length: number): boolean {
  for (let i = 0; i < length; i += 1) {
    const code = line.charCodeAt(i);
    if (code <= 32 || code > 126) return false;
  }
  return length > 0;
}

/** The three digits and the blank after them, or -1. */
function statusAt(line: string, at: number): number {
  let status = 0;
  for (let i = at; i < at + 3; i += 1) {
    const digit = line.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    status = status * 10 + digit;
  }
  return line.charCodeAt(at + 3) === 32 ? status : -1;
}

/** Where the referrer begins, behind the number of bytes or `-` and ` "`; -1 when something else stands there. */
function afterBytes(line: string, at: number): number {
  let end = at;
  while (line.charCodeAt(end) >= 48 && line.charCodeAt(end) <= 57) end += 1;
  if (end === at && line[at] === '-') end += 1;
  return end > at && line.startsWith(' "', end) ? end + 2 : -1;
}
