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
  expect(digitalShare(digital, desk, phases, 55)).toMatchObject({
    before: { digital: 27, desk: 69, share: 27 / 96, totalPerDay: 96 / 27, days: 27 },
    during: { digital: 84, desk: 24, share: 84 / 108, totalPerDay: 108 / 28, days: 28 },
    difference: expect.objectContaining({ points: expect.closeTo(100 * (84 / 108 - 27 / 96), 10) }),
  });
  expect(digitalShare(digital, desk, phases, 41).during.days).toBe(14);
});

test('a week with fewer than half of its days known has no value, and the phase after has its own', () => {
  const after = { from: 50, to: 55 };
  const digital = rows(
    [1, 3],
    () => false,
    (day) => day < 4,
  );
  const desk = rows([3, 1], () => false);
  const share = digitalShare(digital, desk, { ...phases, during: { from: 28, to: 49 }, after }, 55);
  // Day 0 is a Thursday: the first week is cut to four days, of which none is known.
  expect(share.weeks[0]).toEqual({
    from: 0,
    to: 3,
    digital: 0,
    desk: 0,
    share: null,
    totalPerDay: null,
    days: 0,
  });
  expect(share.weeks[1]).toEqual({
    from: 4,
    to: 10,
    digital: 7,
    desk: 21,
    share: 0.25,
    totalPerDay: 4,
    days: 7,
  });
  expect(share.weeks.at(-1)).toMatchObject({ from: 53, to: 55, share: 0.75, days: 3 });
  expect(share.after).toMatchObject({ digital: 18, desk: 6, days: 6 });
});
