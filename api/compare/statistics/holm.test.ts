// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { benjaminiHochberg, holm } from './holm.ts';

test('worked by hand, in the order given', () => {
  expect(holm([0.04, 0.01, 0.03])).toEqual([0.06, 0.03, 0.06]);
  expect(benjaminiHochberg([0.04, 0.01, 0.03])).toEqual([0.04, 0.03, 0.04]);
});

test('never above 1; one alone stays; none is none', () => {
  expect(holm([0.6, 0.7])).toEqual([1, 1]);
  expect(benjaminiHochberg([0.9, 1])).toEqual([1, 1]);
  expect(holm([0.2])).toEqual([0.2]);
  expect(holm([])).toEqual([]);
});
