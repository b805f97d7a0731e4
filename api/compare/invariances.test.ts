// SPDX-License-Identifier: AGPL-3.0-or-later
// The invariances of the specification, section 5, on made-up channels.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInRome, formatDay } from './calendar.ts';
import { compareChannel } from './channel.ts';
import { dayRows } from './opening.ts';
import { ALWAYS, seededQuestion } from './seeded-question.ts';
import { holm } from './statistics/holm.ts';
import { type DayCount, daysIn, rateRatio } from './statistics/rate-ratio.ts';
import { CHAT, DAYS, PHASES, seededSeries, uniform } from './statistics/seeded-series.ts';

const { before, during } = PHASES;
const channels = fc.record({
  seed: fc.integer({ min: 1, max: 1e9 }),
  level: fc.double({ min: 1, max: 20, noNaN: true }),
  jump: fc.double({ min: 0.3, max: 4, noNaN: true }),
});
const series = channels.map(({ seed, level, jump }) =>
  seededSeries({
    ...CHAT,
    seed,
    from: DAYS.start,
    means: CHAT.means.map((m) => m * level),
    factor: (day) => (day < DAYS.lockdown ? 1 : jump),
  }),
);
const RUNS = { numRuns: 25 };

function ratioOf(days: readonly DayCount[]) {
  const result = rateRatio(days, before, during);
  if (typeof result === 'string') throw new Error(result);
  return result.logRatio;
}

describe('the ratio', () => {
  test('changes sign when the phases are swapped, and its standard error stays', () => {
    fc.assert(
      fc.property(series, (days) => {
        // Labels swapped by moving each phase, blocks and all, to the place of the other: 70 days apart, weeks kept.
        const swapped = daysIn(days, { from: before.from, to: during.to }).map((day) => ({
          ...day,
          day: day.day < DAYS.lockdown ? day.day + 70 : day.day - 70,
        }));
        const there = ratioOf(days);
        const back = rateRatio(swapped, { from: during.from - 70, to: before.to }, during);
        if (typeof back === 'string') throw new Error(back);
        expect(back.logRatio.estimate).toBeCloseTo(-there.estimate, 8);
        expect(back.logRatio.standardError).toBeCloseTo(there.standardError, 8);
        expect(back.logRatio.pValue).toBeCloseTo(there.pValue, 8);
      }),
      RUNS,
    );
  });

  test('stays when all counts are multiplied by 3', () => {
    fc.assert(
      fc.property(series, (days) => {
        const tripled = days.map((day) => ({ ...day, count: 3 * day.count }));
        expect(ratioOf(tripled).estimate).toBeCloseTo(ratioOf(days).estimate, 8);
        expect(ratioOf(tripled).low).toBeCloseTo(ratioOf(days).low, 8);
      }),
      RUNS,
    );
  });

  test('stays when the rows are shuffled', () => {
    fc.assert(
      fc.property(series, fc.integer(), (days, seed) => {
        const next = uniform(seed);
        const shuffled = days
          .map((day) => ({ day, key: next() }))
          .sort((a, b) => a.key - b.key)
          .map(({ day }) => day);
        expect(ratioOf(shuffled).estimate).toBeCloseTo(ratioOf(days).estimate, 9);
        expect(ratioOf(shuffled).high).toBeCloseTo(ratioOf(days).high, 9);
      }),
      RUNS,
    );
  });
});

const base = seededQuestion({}, { from: DAYS.start });
const facts = (rows: (typeof base)['rows']) => {
  const { ratio, descriptive, changePoint } = compareChannel({ ...base, rows });
  return { ratio, descriptive, changePoint };
};

describe('the rows', () => {
  const counts = new Map(seededSeries({ ...CHAT, from: DAYS.start }).map(({ day, count }) => [day, count]));
  const days = [...counts.keys()].filter((day) => day < DAYS.reopening);
  const range = { from: DAYS.start, to: DAYS.end };

  test('deleting a day is marking it missing; a 0 is something else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...days), (day) => {
        const deleted = facts(dayRows(new Map([...counts].filter(([key]) => key !== day)), range, ALWAYS));
        const flagged = facts(dayRows(counts, range, ALWAYS, [{ from: day, to: day }]));
        const zero = facts(dayRows(new Map([...counts, [day, 0]]), range, ALWAYS));
        expect(flagged).toEqual(deleted);
        expect(zero.descriptive).not.toEqual(deleted.descriptive);
        expect(zero.ratio!.estimate).not.toBe(deleted.ratio!.estimate);
      }),
      RUNS,
    );
  });

  test('a 0 on a closed day changes nothing', () => {
    const office = { ...ALWAYS, openDays: [1, 2, 3, 4, 5, 6] };
    const open = new Map([...counts].filter(([day]) => CHAT.dayTypeOf(day) !== 6));
    const sundays = [...counts.keys()].filter((day) => CHAT.dayTypeOf(day) === 6);
    fc.assert(
      fc.property(fc.subarray(sundays), (zeros) => {
        const more = new Map([...open, ...zeros.map((day): [number, number] => [day, 0])]);
        expect(dayRows(more, range, office)).toEqual(dayRows(open, range, office));
      }),
      RUNS,
    );
  });
});

test('the time zone of the server changes nothing', () => {
  const instants = [Date.parse('2020-03-28T23:30:00Z'), Date.parse('2020-10-25T22:30:00Z'), 0];
  const zone = process.env.TZ;
  const answers = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((name) => {
    process.env.TZ = name;
    return [instants.map((instant) => formatDay(dayInRome(instant))), facts(base.rows)];
  });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test('Holm never lowers a p, keeps the order and forgets the arrangement', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (pValues) => {
      const adjusted = holm(pValues);
      adjusted.forEach((p, i) => {
        expect(p).toBeGreaterThanOrEqual(pValues[i]!);
        expect(p).toBeLessThanOrEqual(1);
        pValues.forEach((other, j) => {
          if (other > pValues[i]!) expect(adjusted[j]).toBeGreaterThanOrEqual(p);
        });
      });
      expect(
        holm([...pValues].reverse())
          .reverse()
          .map((p) => p.toFixed(12)),
      ).toEqual(adjusted.map((p) => p.toFixed(12)));
    }),
  );
});
