// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { compareChannel } from './channel.ts';
import { seededQuestion } from './seeded-question.ts';
import { type RateRatio, rateRatio } from './statistics/rate-ratio.ts';
import { CHAT, DAYS, PHASES, seededSeries } from './statistics/seeded-series.ts';

// The figures themselves are checked in statistics/; here, that each one is asked and lands in its place.
describe('a channel with the previous year', () => {
  const result = compareChannel(seededQuestion({ earlyEnd: DAYS.marker - 12 }));

  test('the ratio of ratios is the headline, the plain ratio stands second', () => {
    expect(result.status).toBe('ok');
    expect(result.headline).toBe('ratioOfRatios');
    expect(result.ratioOfRatios!.estimate).toBeCloseTo(1.9095679193723307, 9);
    expect(result.ratioOfRatiosReason).toBeNull();
    expect(result.previousYears).toEqual([1]);
    expect(result.ratio!.estimate).toBeCloseTo(2.493495399273622, 9);
    const { low, high } = result.ratioOfRatios!;
    expect(result.minimumDetectable).toBeCloseTo(Math.exp(0.7 * Math.log(high / low)), 10);
  });

  test('means, index and extra events agree with each other', () => {
    expect(result.means!.during / result.means!.before).toBeCloseTo(result.ratio!.estimate, 12);
    expect(result.means!.before).toBeCloseTo(3.6856300608571275, 9);
    const { before, during } = result.descriptive;
    expect(result.index).toBeCloseTo((100 * during.meanPerDay!) / before.meanPerDay!, 10);
    expect(result.extraEvents!.estimate).toBeCloseTo(304.26992688737863, 7);
  });

  test('the strip holds the choices that could be made', () => {
    expect(result.sensitivity.map(({ variant }) => variant)).toEqual([
      'as_configured',
      'without_marker_week',
      'before_ends_early',
      'versus_previous_years',
    ]);
    expect(result.sensitivity[1]!.ratio).toEqual(result.withoutMarkerWeek);
    const early = rateRatio(seededSeries(CHAT), { from: DAYS.start, to: DAYS.marker - 12 }, PHASES.during);
    expect(result.sensitivity[2]).toEqual({
      variant: 'before_ends_early',
      ratio: (early as RateRatio).ratio,
      reason: null,
    });
    expect(result.sensitivity[3]!.ratio).toMatchObject({ estimate: result.ratioOfRatios!.estimate });
  });

  test('the beginning of the change, in days', () => {
    expect(result.markerWeek).toMatchObject({
      from: '2020-03-02',
      to: '2020-03-08',
      observed: 12,
      outside: false,
    });
    expect(result.changePoint).toMatchObject({
      best: '2020-03-18',
      first: '2020-03-12',
      last: '2020-03-27',
      containsLockdown: false,
      containsMarker: false,
      isBounded: true,
    });
  });

  test('the lines drawn on', () => {
    expect(result.counterfactual).toHaveLength(70);
    expect(result.counterfactual[0]).toMatchObject({ day: '2020-03-09' });
    expect(result.interruptedSeries!.counterfactual).toHaveLength(70);
    expect(result.interruptedSeries!.level.estimate).toBeCloseTo(2.7376076168937424, 9);
    expect(result.interruptedSeries!.excess.isTelling).toBe(true);
  });

  test('after the reopening', () => {
    expect(result.afterRatio!.estimate).toBeCloseTo(1.9374377565952932, 9);
    expect(result.afterReason).toBeNull();
    expect(result.persistence).toMatchObject({ shown: true, share: expect.closeTo(0.6399140818307318, 8) });
    // 2019 ends with July too: the season of the phase after is covered.
    expect(result.afterYears).toEqual([1]);
  });

  test('notes on the data', () => {
    expect(result.notes.map(({ code }) => code)).toEqual(['missing_days']);
  });
});

test('without the previous year, or with the season switched off, the figure says so', () => {
  const reasons = (['auto', 'off'] as const).map((seasonal) => {
    const result = compareChannel(
      seededQuestion({ seasonal }, seasonal === 'auto' ? { from: DAYS.start } : {}),
    );
    return [result.headline, result.ratioOfRatios, result.ratioOfRatiosReason, result.notes.at(-1)];
  });
  expect(reasons).toEqual([
    ['ratio', null, 'no_previous_year', { code: 'not_corrected_for_season', reason: 'no_previous_year' }],
    ['ratio', null, 'switched_off', { code: 'not_corrected_for_season', reason: 'switched_off' }],
  ]);
});

test('a previous year with too many holes, or counted in another way, does not correct', () => {
  const holes = seededQuestion({}, {}, (day, count) => (day < DAYS.start && day % 3 === 0 ? null : count));
  expect(compareChannel(holes).ratioOfRatiosReason).toBe('insufficient_coverage');
  const changed = seededQuestion({ history: { activated: null, collectionChanges: [17950] } });
  expect(compareChannel(changed).previousYears).toEqual([]);
  const between = seededQuestion({ history: { activated: null, collectionChanges: [18100] } });
  expect(compareChannel(between).previousYears).toEqual([1]);
});

test('a previous year needs ten events in each phase', () => {
  // One event a week before, from the eighth day of the window on, and one a day during.
  const sparse = (events: number) => (day: number, count: number) => {
    if (day >= DAYS.start) return count;
    return Number(day >= 17966 || (day >= 17900 && day < 17900 + 4 * events && (day - 17900) % 4 === 0));
  };
  const reasons = [8, 13].map(
    (events) => compareChannel(seededQuestion({}, {}, sparse(events))).ratioOfRatiosReason,
  );
  expect(reasons).toEqual(['too_small', null]);
});

describe('a channel that is not compared keeps its counts', () => {
  test('no baseline: the upper limit of what before may have been', () => {
    const result = compareChannel(seededQuestion({}, {}, (day, count) => (day < DAYS.lockdown ? 0 : count)));
    expect(result).toMatchObject({
      status: 'no_baseline',
      ratio: null,
      index: null,
      ratioOfRatiosReason: 'not_compared',
      sensitivity: [],
    });
    expect(result.upperLimitBefore).toBeCloseTo(-Math.log(0.05) / 64, 12);
    expect(result.descriptive.during.total).toBe(508);
  });

  test('too small: exact limits', () => {
    const result = compareChannel(seededQuestion({}, {}, (day) => (day % 25 === 0 ? 1 : 0)));
    expect(result).toMatchObject({
      status: 'too_small',
      ratio: null,
      headline: null,
      afterReason: 'not_compared',
    });
    expect(result.exactRatio!.low).toBeLessThan(result.exactRatio!.estimate);
  });

  test('below half of the days there is no index either', () => {
    const result = compareChannel(
      seededQuestion({}, {}, (day, count) => (day < DAYS.lockdown && day % 5 > 1 ? null : count)),
    );
    expect(result).toMatchObject({ status: 'insufficient_coverage', index: null, ratio: null });
  });

  test('three weeks of lockdown: too short, with the phase cut at the last day', () => {
    const result = compareChannel(seededQuestion({ lastDay: DAYS.lockdown + 20 }));
    expect(result.status).toBe('too_short');
    expect(result.descriptive.during.calendarDays).toBe(21);
    expect(result.notes[0]).toEqual({
      code: 'partial_phase',
      phase: 'during',
      days: 21,
      plannedDays: 70,
      lastDay: '2020-03-29',
    });
  });
});

describe('the phase after', () => {
  test.each([
    ['no_after', { lastDay: DAYS.reopening - 1 }, undefined],
    ['too_short', { lastDay: DAYS.reopening + 20 }, undefined],
    [
      'insufficient_coverage',
      {},
      (day: number, count: number) => (day >= DAYS.reopening && day % 5 > 1 ? null : count),
    ],
    ['too_small', {}, (day: number, count: number) => (day >= DAYS.reopening ? 0 : count)],
    ['collection_change', { history: { activated: null, collectionChanges: [DAYS.reopening] } }, undefined],
  ] as const)('%s', (reason, more, change) => {
    const result = compareChannel(seededQuestion(more, {}, change));
    expect([result.status, result.afterRatio, result.afterReason]).toEqual(['ok', null, reason]);
  });
});

test('suspicious zeros are reported and left out only in the strip', () => {
  const result = compareChannel(
    seededQuestion({}, {}, (day, count) => (day >= 18350 && day <= 18354 ? 0 : count)),
  );
  expect(result.suspiciousZeros).toMatchObject([{ first: '2020-03-29', last: '2020-04-02', days: 5 }]);
  const without = result.sensitivity.find(({ variant }) => variant === 'without_suspicious_zeros')!;
  expect(without.ratio!.estimate).toBeGreaterThan(result.ratio!.estimate);
});

test('a gap of more than 14 days: the strip tries without the smaller part', () => {
  const result = compareChannel(
    seededQuestion({}, {}, (day, count) => (day >= 18340 && day < 18360 ? null : count)),
  );
  expect(result.sensitivity.map(({ variant }) => variant)).toContain('without_part_beyond_gap');
});

test('a count on a closed day is kept, with a note', () => {
  const question = seededQuestion();
  const rows = question.rows.map((row) => (row.day === DAYS.lockdown + 6 ? { ...row, open: false } : row));
  const result = compareChannel({ ...question, rows });
  expect(result.notes).toContainEqual({ code: 'counts_on_closed_days', days: ['2020-03-15'] });
  expect(result.descriptive.during.total).toBe(508);
});

test('rows that do not reach the phases are a mistake of the caller', () => {
  expect(() => compareChannel(seededQuestion({}, { from: DAYS.start + 1 }))).toThrow(RangeError);
  expect(CHAT.from).toBeLessThan(DAYS.start);
});
