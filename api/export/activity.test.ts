// SPDX-License-Identifier: AGPL-3.0-or-later
// More channels than are read at once: all of them come, or the stream breaks off when the data change on the way.
import { beforeAll, expect, test } from 'vitest';
import { type TestTown, testTown } from '../../scripts/test-town.ts';
import { readActivity } from './activity.ts';

const codes = Array.from({ length: 40 }, (_, i) => `c${i}`);
const counts = (day: string) => ['day,channel,count', ...codes.map((code, i) => `${day},${code},${i}`), ''];
let town: TestTown;

beforeAll(async () => {
  const channels = codes.map((code) => ({ code, label: code }));
  town = await testTown({ channels }, { 'counts.csv': counts('2020-03-02').join('\n') });
});

const asked = {
  period: { from: '2020-03-02', to: '2020-03-03' },
  codes,
  granularity: 'day' as const,
  topic: null,
};

test('every channel comes, in the order of the settings', async () => {
  const { lines } = await readActivity(town.office, asked);
  const found: [string, (number | null)[]][] = [];
  for await (const { channel, points } of lines) found.push([channel.code, points.map(({ count }) => count)]);
  expect(found).toEqual(codes.map((code, i) => [code, [i, null]]));
});

test('two states of the data are never mixed', async () => {
  const { lines } = await readActivity(town.office, asked);
  const taken = async () => {
    let count = 0;
    for await (const _ of lines) {
      count += 1;
      if (count === 10) await town.load('more.csv', counts('2020-03-03').join('\n'));
    }
  };
  await expect(taken()).rejects.toThrow('the data changed while they were being sent');
});
