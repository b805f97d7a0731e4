// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { digitalShare } from './digital-share.ts';
import type { DayRow } from './opening.ts';

/** Eight weeks: digital 1 a day then 3; desk 3 a day then 1, closed on the seventh day of each week. */
function rows(
  counts: [number, number],
  isClosed: (day: number) => boolean,
  isMissing = (_: number) => false,
): DayRow[] {
  return Array.from({ length: 56 }, (_, day): DayRow => {
    const state = isClosed(day) ? 'closed' : isMissing(day) ? 'missing' : 'count';
    return {
      day,
      dayType: day % 7,
      state,
      open: !isClosed(day),
      count: state === 'count' ? counts[day < 28 ? 0 : 1] : null,
    };
  });
}

const phases = { before: { from: 0, to: 27 }, during: { from: 28, to: 55 }, after: null };

test('a closed desk is 0, a missing day leaves the day out', () => {
  const digital = rows([1, 3], () => false);
  const desk = rows(
    [3, 1],
    (day) => day % 7 === 6,
    (day) => day === 0,
  );
  expect(digitalShare(digital, desk, phases, 55)).toEqual({
    before: { digital: 27, desk: 69, share: 27 / 96, totalPerDay: 96 / 27, days: 27 },
    during: { digital: 84, desk: 24, share: 84 / 108, totalPerDay: 108 / 28, days: 28 },
    difference: expect.objectContaining({ points: expect.closeTo(100 * (84 / 108 - 27 / 96), 10) }),
  });
  expect(digitalShare(digital, desk, phases, 41).during.days).toBe(14);
});
