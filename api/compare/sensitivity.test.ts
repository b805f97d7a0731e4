// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import type { DayRow } from './opening.ts';
import { dependsOnChoices, longGaps, partsBeyondGaps } from './sensitivity.ts';

/** Days 0 to 59: `.` a count, `m` missing, `c` closed. */
const rows = (states: string): DayRow[] =>
  [...states].map((letter, day) => {
    const state = letter === 'm' ? 'missing' : letter === 'c' ? 'closed' : 'count';
    return { day, dayType: day % 7, state, open: state !== 'closed', count: state === 'count' ? 1 : null };
  });
const phase = { from: 0, to: 59 };

test('the part with fewer days beyond a gap of more than 14 days', () => {
  const early = rows(`${'.'.repeat(10)}${'m'.repeat(15)}${'.'.repeat(35)}`);
  expect(partsBeyondGaps(early, phase)).toEqual([{ from: 0, to: 9 }]);
  const late = rows(`${'.'.repeat(35)}${'m'.repeat(7)}c${'m'.repeat(7)}${'.'.repeat(10)}`);
  expect(partsBeyondGaps(late, phase)).toEqual([{ from: 50, to: 59 }]);
});

test('14 days are no long gap, nor is a closure, nor what lies at the edge', () => {
  expect(partsBeyondGaps(rows(`${'.'.repeat(10)}${'m'.repeat(14)}${'.'.repeat(36)}`), phase)).toEqual([]);
  expect(longGaps(rows(`${'.'.repeat(10)}${'c'.repeat(20)}${'.'.repeat(30)}`))).toEqual([]);
  expect(partsBeyondGaps(rows(`${'m'.repeat(20)}${'.'.repeat(40)}`), phase)).toEqual([]);
});

test('the result depends on the choices when one of them lets the difference vanish', () => {
  const ratio = (low: number, high: number) => ({
    estimate: (low + high) / 2,
    low,
    high,
    standardError: 1,
    degreesOfFreedom: 9,
    pValue: 0.1,
  });
  const strip = (low: number) => [
    { variant: 'without_marker_week' as const, ratio: ratio(low, 2), reason: null },
  ];
  expect(dependsOnChoices(ratio(1.1, 2), strip(0.9))).toBe(true);
  expect(dependsOnChoices(ratio(1.1, 2), strip(1.1))).toBe(false);
  expect(dependsOnChoices(ratio(0.9, 2), strip(0.8))).toBe(false);
  expect(dependsOnChoices(ratio(1.1, 2), [{ variant: 'as_configured', ratio: null, reason: 'no_fit' }])).toBe(
    false,
  );
});
