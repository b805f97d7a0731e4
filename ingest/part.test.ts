// SPDX-License-Identifier: AGPL-3.0-or-later
// A log that is read in parts says what it says as a whole, wherever it is cut.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSettings } from '../sql/settings.ts';
import { cutFile, type Range } from './cut.ts';
import { type Findings, joinFindings, readPart } from './part.ts';
import { findLayout } from './read.ts';
import { hashes } from './secret.ts';
import type { Fact } from './source.ts';
import { plan } from './translate.ts';

const file = join(mkdtempSync(join(tmpdir(), 'affluenza-part-')), 'access.log');
const context = { settings: checkSettings({}), ...hashes('a secret for tests') };

/** What the ranges of the file say together: the facts, sorted, and all that is counted. */
async function said(ranges: readonly Range[]) {
  const { layout, sample } = await findLayout(file);
  const planned = plan(layout, sample, 'weblog');
  const facts: string[] = [];
  const findings: Findings[] = [];
  const write = async (found: Fact[]) => {
    facts.push(...found.map((fact) => inspect(fact, { breakLength: Number.POSITIVE_INFINITY })));
  };
  for (const range of ranges) findings.push(await readPart(file, planned, context, range, write, () => {}));
  const { coverage, ...found } = joinFindings(planned.source, findings as [Findings, ...Findings[]]);
  return { facts: facts.sort(), ...found, days: [...coverage.days(found.vouch)], span: coverage.span() };
}

async function rangesOf(parts: number): Promise<Range[]> {
  const { layout, sample } = await findLayout(file);
  const { source, start } = plan(layout, sample, 'weblog');
  const mayCut = source.records === 'lines' ? source.mayCut?.(start) : undefined;
  return mayCut ? cutFile(file, parts, mayCut) : [];
}

const stamp = (hours: number, second: number) => {
  const moment = new Date(Date.UTC(2020, 2, 28) + hours * 3_600_000 + second * 1000).toISOString();
  return `${moment.slice(8, 10)}/Mar/2020:${moment.slice(11, 19)} +0000`;
};
const request = fc.record({
  hour: fc.nat(1),
  second: fc.nat(3599),
  times: fc.constantFrom(1, 1, 1, 2, 3),
  line: fc.constantFrom(
    (at: string) => `192.0.2.1 - - [${at}] "GET /è/pagina HTTP/1.1" 200 5 "-" "Mozilla/5.0 (X11; Linux)"`,
    (at: string) => `192.0.2.7 - - [${at}] "GET /modulo.pdf HTTP/1.1" 200 5 "-" "Mozilla/5.0 (iPhone)"\r`,
    (at: string) => `192.0.2.7 - - [${at}] "GET /stile.css HTTP/1.1" 304 - "-" "Mozilla/5.0 (iPhone)"`,
    (at: string) => `192.0.2.9 - - [${at}] "GET / HTTP/1.1" 200 5 "-" "Googlebot/2.1"`,
    (at: string) => `192.0.2.1 - - [${at}] "GET /interrotta`,
    () => '',
  ),
});

/** Lines in the order of time, equal ones beside one another, over some days with a change of the clocks. */
const log = fc.array(request, { minLength: 5, maxLength: 60 }).map((requests) => {
  let hours = 0;
  return requests.flatMap(({ hour, second, times, line }) => {
    hours += hour;
    return Array.from({ length: times }, () => line(stamp(hours, second)));
  });
});

test('any number of parts says what the whole file says', async () => {
  const first =
    '192.0.2.1 - - [28/Mar/2020:00:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "Mozilla/5.0 (X11; Linux)"';
  let cuts = 0;
  await fc.assert(
    fc.asyncProperty(log, fc.integer({ min: 2, max: 6 }), fc.boolean(), async (lines, parts, isEnded) => {
      writeFileSync(file, [first, ...lines].join('\n') + (isEnded ? '\n' : ''));
      const ranges = await rangesOf(parts);
      cuts += ranges.length - 1;
      expect(await said(ranges)).toEqual(await said([{ from: 0 }]));
    }),
    { numRuns: 300 },
  );
  expect(cuts).toBeGreaterThan(300);
});

test('equal lines of one second are never cut apart, and a log of one hour is not cut at all', async () => {
  const line =
    '192.0.2.1 - - [28/Mar/2020:00:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "Mozilla/5.0 (X11; Linux)"';
  writeFileSync(file, `${line}\n`.repeat(50));
  expect(await rangesOf(4)).toEqual([{ from: 0 }]);
  expect(new Set((await said([{ from: 0 }])).facts).size).toBe(50);
});

test('a log whose lines need the header before them is read as one', async () => {
  writeFileSync(
    file,
    '#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) sc-status\n' +
      '2020-03-10 09:41:12 GET / - 192.0.2.1 Mozilla/5.0 200\n2020-03-11 10:41:12 GET / - 192.0.2.1 Mozilla/5.0 200\n',
  );
  expect(await rangesOf(4)).toEqual([]);
});
