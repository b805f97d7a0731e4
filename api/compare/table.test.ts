// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { seededQuestion } from './seeded-question.ts';
import { DAYS } from './statistics/seeded-series.ts';
import { compareChannels } from './table.ts';

const still = { factor: () => 1 };

test('verdicts over the channels that can be compared; the others do not count', () => {
  const results = compareChannels([
    seededQuestion({ channel: 'chat' }),
    seededQuestion({ channel: 'fax' }, {}, () => 0),
    seededQuestion({ channel: 'web' }, { seed: 7, ...still }),
    seededQuestion({ channel: 'email' }, { seed: 8, from: DAYS.start, ...still }),
  ]);
  const [chat, fax, web, email] = results;
  expect(results.map(({ status }) => status)).toEqual(['ok', 'all_zero', 'ok', 'ok']);
  expect(chat!.ratio!.pHolm).toBeCloseTo(3 * chat!.ratio!.pValue, 15);
  expect(chat!.ratio!.verdict).toBe('increase');
  expect(web!.ratio!.verdict).toBe('none');
  expect(web!.persistence!.shown).toBe(false);
  expect(fax!.ratio).toBeNull();
  // Headlines are one family: two ratios of ratios and, without 2019, one plain ratio.
  expect(email!.ratioOfRatios).toBeNull();
  expect(chat!.ratioOfRatios!.pHolm).toBeCloseTo(3 * chat!.ratioOfRatios!.pValue, 15);
  expect(chat!.ratioOfRatios!.pHolm).not.toBe(chat!.ratio!.pHolm);
});
