// SPDX-License-Identifier: AGPL-3.0-or-later
// The quick way of reading a line finds what the expression finds, or leaves the line to it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlainLines, readOdd } from './combined.ts';
import type { Request } from './format.ts';
import { readStamp, stampReader } from './moment.ts';

/** What a reader says, errors included. */
function said(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return String(error);
  }
}

const oneOf = (...texts: string[]) => fc.constantFrom(...texts);
/** What the quick way finds in a line that stands between two others, field by field; undefined when it leaves it. */
function readPlain(line: string): Request | undefined {
  const before = 'x - - [ "y" \\n\n';
  const text = `${before}${line}\n" 200 5 "-" "z"`;
  const found = new PlainLines(stampReader()).read(text, before.length, before.length + line.length);
  if (!found) return undefined;
  const { scope, time, address, method, target, status, referrer, agent } = found;
  return { scope, time, address, method, target, status, referrer, agent };
}

/** The first text in most lines, so that many lines as a whole are as they should be. */
const mostly = (usual: string, ...odd: string[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: oneOf(...odd) });
const quoted = fc.oneof(
  oneOf(
    '-',
    '',
    'https://www.google.com/?q=a b',
    'Mozilla/5.0 (X11; Linux x86_64)',
    'a\\"b',
    '\\',
    'x"y',
    'è',
  ),
  fc.string({ maxLength: 12 }),
);
const request = fc.oneof(
  oneOf('GET / HTTP/1.1', 'GET /a b HTTP/1.1', 'GET /a', 'GET  HTTP/1.1', 'GET', 'POST /x HTTP/2.0', '', '-'),
  quoted,
);
const stamp = fc.oneof(
  oneOf('10/Mar/2020:09:41:12 +0100', '10/Mar/2020:09:59:59 +0100', '10/Mar/2020:09:41:12 +0200'),
  oneOf('31/Feb/2020:09:41:12 +0100', '10/Mar/2020:23:75:12 +0100', '10/Mar/2020:24:00:00 +0100'),
  oneOf('10/Mar/2020:09:41:60 -0530', '10/Foo/2020:09:41:12 +0100', '10/Mar/2020:09-41:12 +0100', ''),
);
const line = fc
  .tuple(
    mostly('192.0.2.1', '2001:db8::7', 'host.example.net', 'a\tb', '', 'é', '-', 'site:80 192.0.2.1'),
    mostly(' - - [', ' - anna [', ' - anna maria [', ' -  - [', ' [', ' - - [x] "y" - ['),
    stamp,
    mostly('] "', ']"', '] '),
    request,
    mostly('" 200 512 "', '" 304 - "', '" 20 5 "', '" 200  5 "', '" 200 -5 "', '" 2000 5 "', '" 200 5"'),
    quoted,
    mostly('" "', '" ', '"  "', '" x "'),
    quoted,
    mostly('"', '', '" "more"', '"\r', '" 0.003'),
  )
  .map((parts) => parts.join(''));
/** A character taken out or put in anywhere, in half of the lines. */
const damaged = fc
  .tuple(line, fc.nat(200), oneOf('', ' ', '"', '[', ']', '\\', '7'), fc.boolean())
  .map(([text, at, put, isWhole]) => (isWhole ? text : text.slice(0, at) + put + text.slice(at + 1)));

test('the quick way agrees with the expression on every line that it reads', () => {
  let quick = 0;
  fc.assert(
    fc.property(damaged, (text) => {
      const plain = said(() => readPlain(text));
      if (plain === undefined) return;
      quick += 1;
      expect(plain).toEqual(said(() => readOdd(text, readStamp)));
    }),
    { numRuns: 10_000 },
  );
  expect(quick).toBeGreaterThan(1000);
});

test('a usual line is read the quick way', () => {
  const usual =
    '192.0.2.1 - - [10/Mar/2020:09:41:12 +0100] "GET /a?b HTTP/1.1" 200 5120 "https://x.it/" "Mozilla/5.0"';
  expect(readPlain(usual)).toEqual({
    scope: '',
    time: Date.UTC(2020, 2, 10, 8, 41, 12) / 1000,
    address: '192.0.2.1',
    method: 'GET',
    target: '/a?b',
    status: 200,
    referrer: 'https://x.it/',
    agent: 'Mozilla/5.0',
  });
});

test('stamps that follow one another are read as each alone', () => {
  fc.assert(
    fc.property(fc.array(stamp, { maxLength: 8 }), (stamps) => {
      const read = stampReader();
      for (const text of stamps) expect(said(() => read(text))).toEqual(said(() => readStamp(text)));
    }),
  );
});
