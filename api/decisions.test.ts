// SPDX-License-Identifier: AGPL-3.0-or-later
// Two buttons on four zeros: what each of them changes, everywhere, and that it can be undone.
import { beforeEach, describe, expect, test } from 'vitest';
import { type TestTown, testTown } from '../scripts/test-town.ts';
import { dayNumber, dayText } from '../sql/vocabulary.ts';
import type { Decision } from './schemas/decisions.ts';

const PHASES = { before: '2020-01-01..2020-03-08', during: '2020-03-09..2020-05-17', after: '2020-05-18..' };
const RUN = { channel: 'web', from: '2020-04-21', to: '2020-04-24' };

/** A site with about thirty clicks a day, and a counter that stood still for four days. */
function clicks(): string {
  const first = dayNumber('2020-01-01')!;
  const days = Array.from({ length: dayNumber('2020-05-17')! - first + 1 }, (_, i) => dayText(first + i));
  const count = (day: string) => (day >= RUN.from && day <= RUN.to ? 0 : 30 + (dayNumber(day)! % 5));
  return `day,channel,count\n${days.map((day) => `${day},web,${count(day)}\n`).join('')}`;
}

let town: TestTown;
beforeEach(async () => {
  town = await testTown({ phases: PHASES }, { 'web.csv': clicks() });
});

async function decide(body: object): Promise<Decision> {
  const headers = { 'Content-Type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await town.app.request('/api/v1/decisions', request);
  expect(answer.status).toBe(201);
  return (await answer.json()) as Decision;
}

const undo = (id: string) => town.app.request(`/api/v1/decisions/${id}`, { method: 'DELETE' });

/** The same days as every question sees them, and the state of the data it names. */
async function seen() {
  const series = await town.ask('series?channels=web&from=2020-04-20&to=2020-04-24');
  const coverage = await town.ask('coverage?channels=web&from=2020-04-20&to=2020-04-24');
  const compare = await town.ask('compare?channels=web');
  const breakdown = await town.ask('breakdown?channel=web&by=page');
  const [web] = compare.channels;
  // The phase after has begun and has no data yet.
  const missing = web.missing.filter(({ from }: { from: string }) => from < '2020-05-18');
  return {
    series: series.channels[0].points.map(({ state }: { state: string }) => state),
    coverage: coverage.channels[0].days.map(({ state }: { state: string }) => state),
    asked: coverage.channels[0].suspicious.length,
    compare: [web.during.daysWithData, web.during.zeroDays, missing.length, web.suspiciousZeros.length],
    breakdown: breakdown.during.daysWithData,
    versions: [series, coverage, compare, breakdown].map(({ dataVersion }) => dataVersion),
  };
}

const before = {
  series: ['count', 'count', 'count', 'count', 'count'],
  coverage: ['present', 'suspicious', 'suspicious', 'suspicious', 'suspicious'],
  asked: 1,
  compare: [70, 4, 0, 1],
  breakdown: 70,
};

describe('a fault', () => {
  test('makes the days missing in every answer, at once, until it is undone', async () => {
    const { versions, ...first } = await seen();
    expect(first).toEqual(before);
    expect(new Set(versions).size).toBe(1);

    const { id, ...decision } = await decide({ ...RUN, is: 'fault' });
    expect(decision).toEqual({ ...RUN, is: 'fault', createdAt: expect.stringMatching(/Z$/) });
    const { versions: after, ...then } = await seen();
    expect(then).toEqual({
      series: ['count', 'missing', 'missing', 'missing', 'missing'],
      coverage: ['present', 'fault', 'fault', 'fault', 'fault'],
      asked: 0,
      compare: [66, 0, 1, 0],
      breakdown: 66,
    });
    expect(new Set(after).size).toBe(1);
    expect(after[0]).not.toBe(versions[0]);

    expect((await undo(id)).status).toBe(204);
    expect((await undo(id)).status).toBe(404);
    expect(await town.ask('decisions')).toEqual({ decisions: [] });
    expect(await seen()).toEqual({ versions, ...first });
  });

  test('is about zeros: counts that come in later stand', async () => {
    await decide({ ...RUN, is: 'fault' });
    await town.load('corrected.csv', 'day,channel,count\n2020-04-22,web,31\n2020-04-23,web,0\n');
    expect((await seen()).coverage).toEqual(['present', 'fault', 'present', 'fault', 'fault']);
  });

  test('on other channels and days changes nothing', async () => {
    await decide({ ...RUN, channel: 'chat', is: 'fault' });
    await decide({ ...RUN, from: '2020-04-25', to: '2020-04-30', is: 'fault' });
    const { versions, ...same } = await seen();
    expect(same).toEqual(before);
  });
});

describe('a true zero', () => {
  test('counts, and is not asked about again', async () => {
    await decide({ ...RUN, is: 'zero' });
    const { versions, ...then } = await seen();
    expect(then).toEqual({
      ...before,
      coverage: ['present', 'zero', 'zero', 'zero', 'zero'],
      asked: 0,
      compare: [70, 4, 0, 0],
    });
  });

  test('is asked about as long as one day of the run is undecided', async () => {
    await decide({ ...RUN, to: '2020-04-23', is: 'zero' });
    expect((await seen()).asked).toBe(1);
  });

  test('of two decisions the later one counts', async () => {
    await decide({ ...RUN, is: 'fault' });
    await decide({ ...RUN, is: 'zero' });
    expect((await seen()).coverage).toEqual(['present', 'zero', 'zero', 'zero', 'zero']);
  });
});

test.each([
  [{ ...RUN, is: 'maybe' }, 'is', 'a decision is fault or zero'],
  [{ ...RUN, is: 'zero', channel: 'fax' }, 'channel', 'unknown channel "fax"'],
  [
    { ...RUN, is: 'zero', to: '2020-04-20' },
    'to',
    'the period ends (2020-04-20) before it begins (2020-04-21)',
  ],
  [
    { channel: 'web', from: '2020-04-20', is: 'zero' },
    'to',
    'a day is missing: write one such as 2020-03-10',
  ],
])('%j is no decision', async (body, parameter, detail) => {
  const answer = await town.app.request('/api/v1/decisions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ parameter, detail });
});
