// SPDX-License-Identifier: AGPL-3.0-or-later
// Hostile cells change nothing but their own rows: quotes, blank lines, SQL, formulas, NUL, lone surrogates.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { rawQuery, testDatabase } from '../scripts/test-database.ts';
import { bytesOf, MADE, type Made, someEvents } from '../scripts/test-files.ts';
import type { Database } from '../sql/client.ts';
import { checkSettings } from '../sql/settings.ts';
import { label } from './cells.ts';
import { loadFile } from './load.ts';
import { SOURCES } from './sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'affluenza-hostile-'));
const options = { settings: checkSettings({}), secret: 'a secret for tests', maxRejected: 1 };
/** A load takes a fifth of a second: raise it to look for what is rare. */
const RUNS = 1;
const TABLES = ['loads', 'load_days', 'clicks', 'contacts', 'practices', 'rejected_rows', 'activity'];

const HOSTILE = [
  '',
  '   ',
  '"',
  '""',
  '"\n"',
  '\r\n\r\n',
  "'; drop table contacts; --",
  '{load:UUID}',
  '`loads`',
  '=1+1',
  '+39',
  '-1',
  '@SUM(A1:A9)',
  '=cmd|"/c calc"!A1',
  '\t',
  'a\tb;c,d|e',
  '\\N',
  '\\',
  'x\0y',
  '\ud800',
  'a\udc00b',
  '\ufeff',
  '\u202e',
  '2020-02-31',
  '1e9',
  'NaN',
  '__proto__',
  '<script>alert(1)</script>',
  'Ω'.repeat(70_000),
  `${'x'.repeat(99)}🤓`,
];
const cells = fc.array(fc.constantFrom(...HOSTILE), { minLength: 13, maxLength: 13 });
const insertions = fc.array(fc.record({ at: fc.nat(100), values: cells }), { minLength: 1, maxLength: 5 });

test.each(SOURCES.filter(({ name }) => name in MADE))('$name', async ({ name }) => {
  const made = MADE[name]!;
  const database = await testDatabase();
  const file = join(folder, name);
  const said = async (bytes: Buffer) => {
    await Promise.all(TABLES.map((table) => database.command(`truncate table ${table}`)));
    writeFileSync(file, bytes);
    const { state, rows } = await loadFile(database, file, { ...options, ...made.options, source: name });
    return { state, rows, ...(await everythingBut(database)) };
  };
  await fc.assert(
    fc.asyncProperty(someEvents, insertions, fc.option(cells), async (events, inserted, column) => {
      const { head, rows, tail = [] } = made.lines(events);
      const wider = made.delimiter && !made.columnsAreDays && column ? column : undefined;
      const table = wider ? withColumn(made, head, rows, wider) : { head, rows: [...rows] };
      for (const { at, values } of inserted)
        table.rows.splice(at % (table.rows.length + 1), 0, hostileRow(made, table.head, values));
      const plain = await said(bytesOf(made, { head, rows, tail }));
      expect(await said(bytesOf(made, { ...table, tail }))).toEqual(plain);
    }),
    // Not made smaller: with so many loads that takes longer than a test may.
    { numRuns: RUNS, endOnFailure: true },
  );
});

test('hostile words are kept as the words they are', async () => {
  const database = await testDatabase();
  const file = join(folder, 'social.csv');
  const rows = HOSTILE.map((topic) => ['2020-03-10', topic, '1']);
  writeFileSync(file, Papa.unparse([['data', 'argomento', 'contatti'], ...rows], { newline: '\n' }));
  await loadFile(database, file, { ...options, source: 'social' });
  const sql = 'select topic, sum(count) as counted from activity group by topic format JSONEachRow';
  const found = (await rawQuery(database, sql))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const expected = new Map<string, number>();
  for (const topic of HOSTILE.map((each) => label(each.toWellFormed())))
    expected.set(topic, (expected.get(topic) ?? 0) + 1);
  expect(new Map(found.map(({ topic, counted }) => [topic, Number(counted)]))).toEqual(expected);
});

/** All that counts, and how many rows all tables have; of rejected rows and of what a rebuild leaves, only the tables. */
async function everythingBut(database: Database) {
  const activity = `select * except (version, loads, build, visitors), length(loads), finalizeAggregation(visitors)
    from activity order by all`;
  const tables = `select name, if(name in ('rejected_rows', 'snapshots', 'covered_days'), null, total_rows)
    from system.tables where database = currentDatabase() order by name`;
  return { activity: await rawQuery(database, activity), tables: await rawQuery(database, tables) };
}

/** A row of such cells, as wide as the header. */
function hostileRow({ delimiter }: Made, head: readonly string[], values: readonly string[]): string {
  if (head[0]?.startsWith('{')) {
    const [type, date, from, text, id] = values;
    return `${JSON.stringify({ type, date, from, text, id })},`;
  }
  if (!delimiter) return values.slice(0, 2).join('');
  const width = Papa.parse<string[]>(head.at(-1) ?? '', { delimiter }).data[0]?.length;
  return Papa.unparse([values.slice(0, width)], { delimiter, newline: '\n' });
}

/** The table with a last column of such cells, which nobody knows. */
function withColumn(
  { delimiter = ',' }: Made,
  head: readonly string[],
  rows: readonly string[],
  values: readonly string[],
): { head: string[]; rows: string[] } {
  const cell = (value = '') => delimiter + Papa.unparse([[value]], { delimiter, newline: '\n' });
  return {
    head: [...head.slice(0, -1), `${head.at(-1)}${cell('note')}`],
    rows: rows.map((row, i) => row + cell(values[i % values.length])),
  };
}
