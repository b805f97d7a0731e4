// SPDX-License-Identifier: AGPL-3.0-or-later
// Breakdowns through the front door, counted by hand: the rows of fixtures/seed, and files written here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestTown, testTown } from '../../scripts/test-town.ts';
import { projectRoot } from '../../sql/engine/engine.ts';
import { dayNumber, dayText } from '../../sql/vocabulary.ts';
import type { BreakdownRow } from '../schemas/breakdown.ts';
import type { Cell } from '../schemas/cells.ts';

const PHASES = { before: '2020-03-02..2020-03-08', during: '2020-03-09..2020-03-11', after: '2020-03-12..' };

/** `bonus: 12 small -`, the counts of a row or why they are hidden. */
function brief({ kind, value, before, during, after }: BreakdownRow): string {
  const said = (cell: Cell | null) => {
    if (cell === null) return '-';
    return 'suppressed' in cell ? cell.suppressed : String(cell.count);
  };
  return `${kind === 'value' ? value : kind}: ${[before, during, after].map(said).join(' ')}`;
}

describe('the seed', () => {
  let town: TestTown;
  beforeAll(async () => {
    const folder = join(projectRoot(), 'fixtures', 'seed');
    const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    town = await testTown({ phases: PHASES }, Object.fromEntries(files));
  });
  const rows = async (query: string) => (await town.ask(`breakdown?${query}`)).rows.map(brief);

  test('clicks by page: all of them, none hidden, on the days of the log', async () => {
    expect(await town.ask('breakdown?channel=web&by=page')).toEqual({
      channel: 'web',
      by: 'page',
      topic: null,
      suppression: null,
      before: { from: '2020-03-02', to: '2020-03-08', expectedDays: 7, daysWithData: 0, total: 0 },
      during: { from: '2020-03-09', to: '2020-03-11', expectedDays: 3, daysWithData: 3, total: 5 },
      after: null,
      rows: [
        {
          kind: 'value',
          value: '/',
          values: 1,
          before: { count: 0, perDay: null, share: null },
          during: { count: 3, perDay: 1, share: 3 / 5 },
          after: null,
        },
        {
          kind: 'value',
          value: '/bonus.pdf',
          values: 1,
          before: { count: 0, perDay: null, share: null },
          during: { count: 2, perDay: 2 / 3, share: 2 / 5 },
          after: null,
        },
      ],
      dataVersion: expect.stringMatching(/^\d+$/),
    });
  });

  test('clicks by action, device and referrer', async () => {
    expect(await rows('channel=web&by=action')).toEqual(['view: 0 3 -', 'download: 0 2 -']);
    expect(await rows('channel=web&by=device')).toEqual(['desktop: 0 3 -', 'mobile: 0 2 -']);
    expect(await rows('channel=web&by=referrer')).toEqual(['unknown: 0 5 -']);
  });

  test('beyond the limit stands the rest', async () => {
    expect(await rows('channel=web&by=page&limit=1')).toEqual(['/: 0 3 -', 'rest: 0 2 -']);
  });

  test('social contacts by topic: hidden are one contact about taxes, and one more so that it cannot be worked out', async () => {
    // Before: bonus 2, eventi 1, of 3: all is hidden. During: bonus 5 + 3, tributi 1, of 9.
    expect(await rows('channel=social&by=topic')).toEqual([
      'eventi: secondary 0 -',
      'bonus: secondary secondary -',
      'tributi: secondary secondary -',
      'unknown: secondary 0 -',
    ]);
  });

  test('the phases of the question count, and days left out do not', async () => {
    expect(await rows('channel=social&by=platform&during=2020-03-10..2020-03-10')).toEqual([
      'instagram: secondary 3 -',
      'facebook: secondary 0 -',
      'unknown: secondary 0 -',
    ]);
    expect(await rows('channel=web&by=page&exclude=2020-03-09..2020-03-09')).toEqual(['/bonus.pdf: 0 1 -']);
  });
});

/** A line of an access log; addresses are the documentation's. */
const line = (day: string, path: string, referrer = '-', address = '192.0.2.1') =>
  `${address} - - [${day}/Mar/2020:09:00:00 +0100] "GET ${path} HTTP/1.1" 200 100 "${referrer}" "Mozilla/5.0 (X11; Linux x86_64)"\n`;

describe('clicks that several loads tell of', () => {
  let town: TestTown;
  const rows = async () => (await town.ask('breakdown?channel=web&by=page')).rows.map(brief);

  test('count once, however their files overlap', async () => {
    town = await testTown(
      { phases: PHASES },
      {
        'a.log': line('03', '/') + line('03', '/') + line('09', '/tari') + line('09', '/bonus'),
        'b.log':
          line('09', '/tari') + line('09', '/bonus') + line('10', '/bonus', 'https://www.example.org/a?b'),
      },
    );
    expect(await rows()).toEqual(['/bonus: 0 2 -', '/tari: 0 1 -', '/: 2 0 -']);
    expect((await town.ask('breakdown?channel=web&by=referrer')).rows.map(brief)).toEqual([
      'example.org: 0 1 -',
      'unknown: 2 2 -',
    ]);
  });

  test('have no page on days that another counter counts', async () => {
    await town.load('counts.csv', 'day,channel,count\n2020-03-09,web,40\n');
    expect(await rows()).toEqual(['/bonus: 0 1 -', '/: 2 0 -', 'unknown: 0 40 -']);
  });
});

describe('contacts with topics', () => {
  /** `n` rows of a day, each one conversation. */
  const chats = (day: string, topics: Record<string, number>) =>
    Object.entries(topics).map(([topic, n]) => `${day},chat del sito,${topic},${n}\n`);
  let town: TestTown;
  beforeAll(async () => {
    town = await testTown(
      { phases: PHASES },
      {
        'chat.csv': [
          'giorno,strumento,argomento,conversazioni\n',
          ...chats('2020-03-03', { bonus: 4, tari: 2, anagrafe: 1, scuola: 20 }),
          ...chats('2020-03-04', { bonus: 2, '': 3 }),
          ...chats('2020-03-05', { '': 7 }),
          ...chats('2020-03-09', { bonus: 9, tari: 5, matrimoni: 1 }),
          ...chats('2020-03-10', { tari: 3, matrimoni: 1 }),
        ].join(''),
      },
    );
  });
  const rows = async (query: string) => (await town.ask(`breakdown?${query}`)).rows.map(brief);

  test('hide what is below the threshold, and say so', async () => {
    // Before, of 39: tari 2 and anagrafe 1 are small, together 3: either may be 1 or 2. During, of 19: only matrimoni
    // is small, so tari (8) goes with it.
    expect(await rows('channel=chat&by=topic')).toEqual([
      'bonus: 6 9 -',
      'scuola: 20 0 -',
      'anagrafe: small 0 -',
      'matrimoni: 0 secondary -',
      'tari: small secondary -',
      'unknown: 10 0 -',
    ]);
  });

  test('fold what is beyond the limit, hidden or not, when the sum can be worked out anyway', async () => {
    expect(await rows('channel=chat&by=topic&limit=2')).toEqual([
      'bonus: 6 9 -',
      'scuola: 20 0 -',
      'unknown: 10 0 -',
      'rest: 3 10 -',
    ]);
    expect(await rows('channel=chat&by=topic&limit=4')).toEqual([
      'bonus: 6 9 -',
      'scuola: 20 0 -',
      'anagrafe: small 0 -',
      'matrimoni: 0 secondary -',
      'unknown: 10 0 -',
      'rest: secondary secondary -',
    ]);
  });

  test('are counted within a topic on the days whose topics are known', async () => {
    const answer = await town.ask('breakdown?channel=chat&by=platform&topic=bonus');
    // On 5 March nobody wrote a topic down; on the other two days there were 4 and 2.
    expect(answer.before).toMatchObject({ daysWithData: 2, total: 6 });
    expect(answer.during).toMatchObject({ daysWithData: 2, total: 9 });
    expect(answer.rows.map(brief)).toEqual(['chat del sito: 6 9 -']);
  });

  test('are all hidden within a topic whose own count is', async () => {
    const answer = await town.ask('breakdown?channel=chat&by=platform&topic=tari');
    expect([answer.before.total, answer.during.total]).toEqual([null, null]);
    expect(answer.rows.map(brief)).toEqual([
      'chat del sito: secondary secondary -',
      'unknown: secondary secondary -',
    ]);
  });

  test.each([
    ['channel=fax&by=topic', 'channel', 'chat'],
    ['channel=chat&by=page', 'by', 'topic'],
    ['channel=chat&by=colour', 'by', 'topic'],
    ['channel=chat&by=platform&topic=fax', 'topic', 'bonus'],
    ['channel=chat&by=topic&topic=bonus', 'topic', undefined],
    ['channel=chat&by=topic&limit=0', 'limit', undefined],
    ['channel=chat&by=topic&before=soon', 'before', '2020-05-18..'],
    ['by=topic', 'channel', undefined],
  ])('%s cannot be asked', async (query, parameter, allowed) => {
    const problem = await town.ask(`breakdown?${query}`, 400);
    expect(problem.parameter).toBe(parameter);
    if (allowed) expect(problem.allowed).toContain(allowed);
  });
});

test('twenty years of days can be asked for', async () => {
  const first = dayNumber('2001-01-01')!;
  const days = Array.from({ length: 7300 }, (_, i) => `${dayText(first + i)},web,2\n`);
  const town = await testTown({}, { 'web.csv': `day,channel,count\n${days.join('')}` });
  const answer = await town.ask(
    'breakdown?channel=web&by=device&before=2001-01-01..2020-12-16&during=2020-12-17..2020-12-26&after=none',
  );
  expect(answer.before).toMatchObject({ daysWithData: 7290, total: 14_580 });
  expect(answer.rows.map(brief)).toEqual(['unknown: 14580 20 -']);
});
