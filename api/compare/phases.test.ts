// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { asRanges, contains, cutPhases, length, markerBefore, type Phases, weekOf } from './phases.ts';

const PHASES: Phases = {
  before: { from: 1, to: 10 },
  during: { from: 11, to: 20 },
  after: { from: 21, to: Number.POSITIVE_INFINITY },
};

test('phases are cut at the last complete day', () => {
  expect(cutPhases(PHASES, 25)).toEqual({
    before: { from: 1, to: 10 },
    during: { from: 11, to: 20 },
    after: { from: 21, to: 25 },
  });
  expect(cutPhases(PHASES, 15)).toEqual({
    before: { from: 1, to: 10 },
    during: { from: 11, to: 15 },
    after: null,
  });
  expect(length(cutPhases(PHASES, 5).during)).toBe(0);
});

test('the first marker in the phase before, and its week', () => {
  expect(markerBefore([15, 7, 4], PHASES)).toBe(4);
  expect(markerBefore([15, 0], PHASES)).toBeNull();
  expect([weekOf(4, PHASES), weekOf(2, PHASES)]).toEqual([
    { from: 4, to: 10 },
    { from: 2, to: 8 },
  ]);
});

test('both ends of a range belong to it', () => {
  expect([0, 1, 10, 11].map((day) => contains(PHASES.before, day))).toEqual([false, true, true, false]);
});

test('days as runs', () => {
  expect(asRanges([5, 1, 2, 3, 9])).toEqual([
    { from: 1, to: 3 },
    { from: 5, to: 5 },
    { from: 9, to: 9 },
  ]);
});
