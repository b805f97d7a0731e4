// SPDX-License-Identifier: AGPL-3.0-or-later
// Whether a file comes whole or in overlapping parts, in whatever order: the numbers are the same.
//
// What holds, by the identity of a source:
// - part (logs, chats): each row has a key, so any cut will do. A log is not cut between equal lines of one second, which
//   are told apart by how many came before; a WhatsApp chat of two is cut between days, whose first message is their key.
// - complete: a part replaces the days it covers, so parts are whole days (of the plain table of counts: single rows,
//   each of which is all that is known of its channel on its day).
// - The days vouched for are the same too, save where a source vouches only for what occurs in the file: of a channel or
//   platform that a part does not name it says nothing, so that a zero can become unknown, never the reverse.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rawQuery, testDatabase } from '../scripts/test-database.ts';
import { bytesOf, MADE, overlappingParts, someEvents } from '../scripts/test-files.ts';
import type { Database } from '../sql/client.ts';
import { checkSettings } from '../sql/settings.ts';
import { loadFile } from './load.ts';
import { SOURCES } from './sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'affluenza-splits-'));
const options = { settings: checkSettings({}), secret: 'a secret for tests' };
/** A load takes a fifth of a second: raise it to look for what is rare. */
const RUNS = 1;
const TABLES = ['loads', 'load_days', 'clicks', 'contacts', 'practices', 'activity'];

test.each(SOURCES.filter(({ name }) => name in MADE))('$name', async ({ name }) => {
  const made = MADE[name]!;
  const database = await testDatabase();
  const said = async (files: readonly Buffer[]) => {
    await Promise.all(TABLES.map((table) => database.command(`truncate table ${table}`)));
    for (const [i, bytes] of files.entries()) {
      const file = join(folder, `${name}-${i}`);
      writeFileSync(file, bytes);
      const { state } = await loadFile(database, file, { ...options, ...made.options, source: name });
      expect(state).not.toBe('refused');
    }
    return { numbers: await numbers(database), days: await days(database) };
  };
  const cases = someEvents.chain((events) => fc.tuple(fc.constant(events), overlappingParts(made, events)));
  await fc.assert(
    fc.asyncProperty(cases, async ([events, parts]) => {
      const whole = await said([bytesOf(made, made.lines(events))]);
      const inParts = await said(parts.map((part) => bytesOf(made, made.lines(part))));
      expect(inParts.numbers).toBe(whole.numbers);
      if (made.knowsLess) expect(whole.days).toEqual(expect.arrayContaining(inParts.days));
      else expect(inParts.days).toEqual(whole.days);
    }),
    // Not made smaller: with so many loads that takes longer than a test may.
    { numRuns: RUNS, endOnFailure: true },
  );
});

function numbers(database: Database): Promise<string> {
  return rawQuery(
    database,
    `select day, hour, channel, scope, metric, platform, action, topic, sum(count) as counted,
       uniqCombined64Merge(14)(visitors)
     from activity group by all having counted > 0 order by all`,
  );
}

async function days(database: Database): Promise<string[]> {
  const sql = 'select distinct day, channel, scope, metric from activity order by all';
  return (await rawQuery(database, sql)).split('\n');
}
