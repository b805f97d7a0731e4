// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { weekday } from './calendar.ts';
import { type PlaceboQuestion, placebo, placeboDates } from './placebo.ts';
import { seededQuestion } from './seeded-question.ts';
import { DAYS, PHASES } from './statistics/seeded-series.ts';

const still = { factor: () => 1 };
const question = (more: Partial<PlaceboQuestion> = {}): PlaceboQuestion => ({
  rows: seededQuestion({}, still).rows,
  phases: PHASES,
  headline: 'ratio',
  quietUntil: DAYS.marker - 1,
  ...more,
});

test('every Monday whose phases lie in the quiet year before', () => {
  const dates = [...placeboDates(question())].filter((date) => date !== null);
  const days = dates.map(({ day }) => day);
  expect(days.every((day) => weekday(day) === 0)).toBe(true);
  expect(days[0]).toBeGreaterThanOrEqual(17897 + 68);
  expect(days.at(-1)).toBeLessThanOrEqual(DAYS.marker - 70);
  expect(days.at(-1)! + 7).toBeGreaterThan(DAYS.marker - 70);
  expect(dates).toHaveLength(42);
  const summary = placebo(dates, { estimate: 2.5 });
  expect(summary).toMatchObject({ dates: 42, shareAsLarge: 0 });
  expect(summary.shareExcludingOne!).toBeLessThan(0.2);
});

test('a change as large in either direction counts', () => {
  const dates = [0.5, 2, 1.2, 0.9].map((estimate, day) => ({
    day,
    ratio: {
      estimate,
      low: estimate / 1.5,
      high: estimate * 1.5,
      standardError: 1,
      degreesOfFreedom: 9,
      pValue: 0.5,
    },
  }));
  expect(placebo(dates, { estimate: 2 })).toEqual({ dates: 4, shareAsLarge: 0.5, shareExcludingOne: 0.5 });
  expect(placebo([], { estimate: 2 })).toEqual({ dates: 0, shareAsLarge: null, shareExcludingOne: null });
});

test('less than a year of history gives no dates, and the season needs a year more', () => {
  expect([...placeboDates(question({ rows: seededQuestion({}, { ...still, from: 17966 }).rows }))]).toEqual(
    [],
  );
  const seasonal = [...placeboDates(question({ headline: 'ratioOfRatios' }))];
  expect(seasonal.every((date) => date === null)).toBe(true);
});

test('one step is one calculation', () => {
  const steps = placeboDates(question());
  expect(steps.next().value).toMatchObject({ day: 17966 });
});
