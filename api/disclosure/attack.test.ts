// SPDX-License-Identifier: AGPL-3.0-or-later
// Tries to get hidden counts back from everything that a council member may ask: other periods, other filters, reports. What
// is shown is a system of equations; a hidden count that is a sum of shown ones is found by elimination.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadFile } from '../../ingest/load.ts';
import { type ClosedTown, closedTown } from '../../scripts/test-visitor.ts';
import type { Role } from '../../sql/vocabulary.ts';
import { addKey } from '../access/keys.ts';
import { formatDay, parseDay } from '../compare/calendar.ts';
import type { BreakdownRow } from '../schemas/breakdown.ts';

const THRESHOLD = 3;
const PHASES = { before: '2020-01-01..2020-03-08', during: '2020-03-09..2020-05-17', after: '2020-05-18..' };
const FIRST = '2020-01-01';
const LAST = '2020-07-31';
const MONTHS = ['2020-01', '2020-02', '2020-03', '2020-04', '2020-05', '2020-06', '2020-07'];

interface Practice {
  day: number;
  kind: string;
  topic: string;
  means: string;
  outcome: string;
}

/** Most kinds have one topic, some share one, and one has two. */
const KINDS = [
  { kind: 'affitto', topics: ['bonus'] },
  { kind: 'bollette', topics: ['bonus'] },
  { kind: 'nido', topics: ['scuola'] },
  { kind: 'mensa', topics: ['scuola', 'bonus'] },
  { kind: 'tari', topics: ['tributi'] },
];
const MEANS = ['web', 'pec'];
const OUTCOMES = ['accolta', 'respinta', ''];

/** Few practices, so that many counts are small; some kinds are rare. */
const practice = fc
  .record({
    day: fc.integer({ min: parseDay(FIRST), max: parseDay(LAST) }),
    about: fc.oneof(fc.constantFrom(0, 0, 0, 4, 4), fc.nat(KINDS.length - 1)),
    second: fc.boolean(),
    means: fc.constantFrom('web', 'web', 'web', 'pec'),
    outcome: fc.constantFrom('accolta', 'accolta', 'accolta', 'respinta', ''),
  })
  .map(({ day, about, second, means, outcome }): Practice => {
    const { kind, topics } = KINDS[about]!;
    return { day, kind, topic: topics[second ? topics.length - 1 : 0]!, means, outcome };
  });
const town = fc.array(practice, { minLength: 20, maxLength: 140 });

const sent = (count: number, day: string, kind: string, outcome = 'accolta'): Practice[] =>
  Array.from({ length: count }, () => ({ day: parseDay(day), kind, topic: 'scuola', means: 'web', outcome }));

/**
 * Before: «mensa» is hidden only beside «nido», and large in its one month: shown there, it would be told. During: how
 * many are open is large, but hidden among the outcomes beside the two that were refused.
 */
const MADE_BY_HAND = [
  ...sent(20, '2020-01-10', 'affitto'),
  ...sent(9, '2020-01-13', 'altro'),
  ...sent(7, '2020-02-10', 'affitto'),
  ...sent(4, '2020-02-11', 'mensa'),
  ...sent(3, '2020-03-02', 'affitto'),
  ...sent(1, '2020-03-03', 'nido'),
  ...sent(20, '2020-04-06', 'affitto'),
  ...sent(2, '2020-04-07', 'affitto', 'respinta'),
  ...sent(4, '2020-04-08', 'affitto', ''),
];

const italian = (day: number) => formatDay(day).split('-').reverse().join('/');

function listOf(practices: readonly Practice[]): string {
  const rows = practices.map(
    ({ day, kind, topic, means, outcome }, i) =>
      `${i + 1};${italian(day)};${kind};${topic};${means};${outcome};${outcome && italian(day + 2)}\n`,
  );
  // A practice at both ends, of a kind of its own, so that all days between them are known.
  const ends = [FIRST, LAST].map((day, i) => `e${i};${italian(parseDay(day))};altro;altro;web;accolta;\n`);
  return `numero;presentata il;tipo;argomento;canale;esito;chiusa il\n${[...ends, ...rows].join('')}`;
}

const ENDS: Practice[] = [FIRST, LAST].map((day) => ({
  day: parseDay(day),
  kind: 'altro',
  topic: 'altro',
  means: 'web',
  outcome: 'accolta',
}));

/** Some practices by what they have in common. */
type Group = (practice: Practice) => boolean;
/** A count that was shown. */
interface Fact {
  of: Group;
  count: number;
}

type Dimension = 'kind' | 'topic' | 'means' | 'outcome';
const within =
  (from: string, to: string, excluded = ''): Group =>
  ({ day }) =>
    day >= parseDay(from) && day <= parseDay(to) && formatDay(day) !== excluded;

/** What the rows of one dimension show of the periods. */
function factsOf(
  rows: readonly BreakdownRow[],
  by: Dimension,
  periods: Partial<Record<'before' | 'during' | 'after', Group>>,
): Fact[] {
  const listed = rows.filter(({ kind }) => kind === 'value').map(({ value }) => value);
  return rows.flatMap((row) =>
    (Object.entries(periods) as ['before' | 'during' | 'after', Group][]).flatMap(([phase, isInside]) => {
      const cell = row[phase];
      if (!cell || 'suppressed' in cell) return [];
      const isRow: Group = (each) =>
        row.kind === 'value'
          ? each[by] === row.value
          : row.kind === 'unknown'
            ? each[by] === ''
            : each[by] !== '' && !listed.includes(each[by]);
      return [{ of: (each: Practice) => isInside(each) && isRow(each), count: cell.count }];
    }),
  );
}

interface Asking {
  get(path: string): Promise<Response>;
}

/** Everything that can be asked which tells counts of practices. */
async function everythingShown({ get }: Asking): Promise<Fact[]> {
  const facts: Fact[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: what is shown is compared with what was sent
  const json = async (path: string): Promise<any> => {
    const answer = await get(path);
    return answer.status === 200 ? answer.json() : null;
  };
  const variants: { query: string; cut: Record<'before' | 'during' | 'after', Group> }[] = [
    { query: '', cut: own() },
    { query: 'during=2020-03-09..2020-05-16', cut: { ...own(), during: within('2020-03-09', '2020-05-16') } },
    { query: 'during=2020-03-09..2020-04-30', cut: { ...own(), during: within('2020-03-09', '2020-04-30') } },
    { query: 'during=2020-04-01..2020-04-30', cut: { ...own(), during: within('2020-04-01', '2020-04-30') } },
    {
      query: 'exclude=2020-03-20..2020-03-20',
      cut: { ...own(), during: within('2020-03-09', '2020-05-17', '2020-03-20') },
    },
    { query: 'before=2020-01-01..2020-05-17', cut: { ...own(), before: within('2020-01-01', '2020-05-17') } },
  ];
  for (const { query, cut } of variants) {
    const all = await json(`/api/v1/practices?${query}`);
    if (all)
      for (const [name, by] of [
        ['kinds', 'kind'],
        ['topics', 'topic'],
        ['means', 'means'],
        ['outcomes', 'outcome'],
      ] as const)
        facts.push(...factsOf(all[name], by, cut));
    for (const phase of ['before', 'during', 'after'] as const) {
      const { closed, open } = all?.[phase] ?? {};
      if (closed && !('suppressed' in closed))
        facts.push({
          of: (each) => cut[phase](each) && each.outcome !== '' && each.kind !== 'altro',
          count: closed.count,
        });
      if (open && !('suppressed' in open))
        facts.push({
          of: (each) => cut[phase](each) && (each.outcome === '' || each.kind === 'altro'),
          count: open.count,
        });
    }
    for (const topic of query === '' ? ['bonus', 'scuola', 'tributi'] : [])
      for (const by of ['kind', 'means', 'outcome'] as const) {
        const found = await json(
          `/api/v1/breakdown?channel=practice&by=${by}&topic=${topic}&limit=2&${query}`,
        );
        const narrowed =
          (group: Group): Group =>
          (each) =>
            group(each) && each.topic === topic;
        const { before, during, after } = cut;
        if (found)
          facts.push(
            ...factsOf(found.rows, by, {
              before: narrowed(before),
              during: narrowed(during),
              after: narrowed(after),
            }),
          );
      }
  }
  for (const topic of ['bonus', 'scuola', 'tributi'])
    for (const granularity of ['day', 'week', 'month']) {
      const found = await json(`/api/v1/series?channels=practice&topic=${topic}&granularity=${granularity}`);
      for (const { from, to, count } of found?.channels[0]?.points ?? [])
        if (count !== null)
          facts.push({ of: (each) => within(from, to)(each) && each.topic === topic, count });
    }
  const open = await (await get('/opendata/pratiche-mensili.csv')).text();
  for (const row of open.trim().split('\r\n').slice(1)) {
    const [from = '', to = '', kind = '', state, count] = row.split(',');
    const isInside = within(from, to);
    if (state === 'conteggio')
      facts.push({ of: (each) => isInside(each) && each.kind === kind, count: Number(count) });
  }
  for (const [i, month] of MONTHS.entries()) {
    const found = await json(`/api/v1/reports/${month}`);
    const cut = { during: ofMonth(month), ...(i > 0 && { before: ofMonth(MONTHS[i - 1]!) }) };
    facts.push(...factsOf(found.practices.kinds, 'kind', cut));
    for (const { channel, by, rows } of found.ways)
      if (channel === 'practice') facts.push(...factsOf(rows, by, cut));
  }
  return facts;
}

const own = () => ({
  before: within('2020-01-01', '2020-03-08'),
  during: within('2020-03-09', '2020-05-17'),
  after: within('2020-05-18', LAST),
});
const ofMonth =
  (month: string): Group =>
  ({ day }) =>
    formatDay(day).startsWith(month);

/** Where any of the periods asked for begins: between two of these, days cannot be told apart. */
const CUTS = [
  '2020-01-01',
  '2020-02-01',
  '2020-03-01',
  '2020-03-09',
  '2020-03-20',
  '2020-03-21',
  '2020-04-01',
  '2020-05-01',
  '2020-05-17',
  '2020-05-18',
  '2020-06-01',
  '2020-07-01',
].map(parseDay);

/** One of each sort of practice that could be told apart. */
function* sorts(): Generator<Practice> {
  for (const day of [...CUTS, parseDay(LAST)])
    for (const { kind } of [...KINDS, { kind: 'altro' }])
      for (const topic of ['bonus', 'scuola', 'tributi', 'altro'])
        for (const means of MEANS) for (const outcome of OUTCOMES) yield { day, kind, topic, means, outcome };
}

const PRIME = 1_000_003;

/** Which of the groups are sums of the facts; whole numbers modulo a prime, so that nothing is rounded. */
function found(facts: readonly Fact[], wanted: readonly Group[]): boolean[] {
  const all = [...sorts()];
  const isNothing = all.map((sort) => facts.some(({ of, count }) => count === 0 && of(sort)));
  const places = all.filter((_, i) => !isNothing[i]);
  const vector = (of: Group) => Float64Array.from(places, (sort) => (of(sort) ? 1 : 0));
  const rows = new Map<number, Float64Array>();
  const reduce = (row: Float64Array): number => {
    for (let i = 0; i < row.length; i += 1) {
      const factor = row[i]!;
      if (factor === 0) continue;
      const pivot = rows.get(i);
      if (!pivot) return i;
      for (let j = i; j < row.length; j += 1) row[j] = (row[j]! + (PRIME - factor) * pivot[j]!) % PRIME;
    }
    return -1;
  };
  for (const { of } of facts) {
    const row = vector(of);
    const at = reduce(row);
    if (at < 0) continue;
    const inverse = power(row[at]!, PRIME - 2);
    for (let j = at; j < row.length; j += 1) row[j] = (row[j]! * inverse) % PRIME;
    rows.set(at, row);
  }
  return wanted.map((of) => reduce(vector(of)) < 0);
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let left = exponent, square = base; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

/** The phases that a period touches. */
const phasesOf = (isInside: Group): Group[] =>
  Object.values(own()).filter((phase) =>
    CUTS.some((day) => [isInside, phase].every((group) => group({ ...ENDS[0]!, day }))),
  );

/**
 * The small counts that must be hidden, each by its name. Not those of the only value of a whole phase: there every total
 * of days, which are public, is that of the value.
 */
function secrets(practices: readonly Practice[]): { name: string; of: Group }[] {
  const periods = { ...own(), ...Object.fromEntries(MONTHS.map((month) => [month, ofMonth(month)])) };
  const list: { name: string; of: Group }[] = [];
  for (const [period, isInside] of Object.entries(periods))
    for (const by of ['kind', 'topic', 'means', 'outcome'] as const)
      for (const value of new Set(practices.map((each) => each[by]))) {
        const of: Group = (each) => isInside(each) && each[by] === value;
        const count = practices.filter(of).length;
        const isAll = phasesOf(isInside).every((phase) =>
          practices.every((each) => !phase(each) || each[by] === value),
        );
        if (count > 0 && count < THRESHOLD && !isAll) list.push({ name: `${period} ${by} ${value}`, of });
      }
  return list;
}

async function openTown(
  practices: readonly Practice[],
): Promise<{ town: ClosedTown; as: (role: Role) => Promise<Asking> }> {
  const town = await closedTown({
    phases: PHASES,
    channels: [{ code: 'practice', label: 'Pratiche' }],
    openData: true,
  });
  await town.account('anna', 'admin');
  const file = join(tmpdir(), `pratiche-${Math.random().toString(36).slice(2)}.csv`);
  writeFileSync(file, listOf(practices));
  const { state } = await loadFile(town.database, file, { ...town.office, secret: 'test' });
  expect(state).toBe('committed');
  const as = async (role: Role): Promise<Asking> => {
    const key = await addKey(town.database, { label: role, role, expiresAt: town.clock.now + 1_000_000 });
    return { get: (path) => town.visitor().ask(path, { headers: { Authorization: `Bearer ${key}` } }) };
  };
  return { town, as };
}

/** The totals of all days are public. */
function totals(practices: readonly Practice[]): Fact[] {
  const starts = [...CUTS, parseDay(LAST)];
  return starts.map((start, i) => {
    const of: Group = ({ day }) => day >= start && day < (starts[i + 1] ?? Number.POSITIVE_INFINITY);
    return { of, count: practices.filter(of).length };
  });
}

test('nothing that a council member may ask gives a hidden count back, whatever is asked beside it', {
  timeout: 240_000,
}, async () => {
  let tried = 0;
  let toldToAnalysts = 0;
  const towns = [MADE_BY_HAND, ...fc.sample(town, { numRuns: 3, seed: 7 })];
  for (const [i, random] of towns.entries()) {
    const practices = [...random, ...ENDS];
    const { as } = await openTown(random);
    const hidden = secrets(practices);
    const shown = await everythingShown(await as('reader'));
    for (const { of, count } of shown) expect(practices.filter(of).length).toBe(count);
    const told = found(
      [...totals(practices), ...shown],
      hidden.map(({ of }) => of),
    );
    expect(hidden.filter((_, i) => told[i]).map(({ name }) => name)).toEqual([]);
    tried += hidden.length;
    if (i !== 0) continue;
    const more = await everythingShown(await as('analyst'));
    toldToAnalysts += found(
      [...totals(practices), ...more],
      hidden.map(({ of }) => of),
    ).filter(Boolean).length;
  }
  expect(tried).toBeGreaterThan(100);
  // Who may see the files is told each answer protected by itself: the same questions do give counts back there.
  expect(toldToAnalysts).toBeGreaterThan(0);
});
