// SPDX-License-Identifier: AGPL-3.0-or-later
// What a person says of the dates, which no fixture can: the rest of Meta's sources is in fixtures/sources.
import { expect, test } from 'vitest';
import { checkSettings } from '../../sql/settings.ts';
import { hashes } from '../secret.ts';
import { BadFile, type Context } from '../source.ts';
import { metaInsights } from './meta-insights.ts';

const HEADER = ['Date', 'Daily New Likes'];

test.each([
  ['month', '2020-03-09'],
  ['day', '2020-09-03'],
] as const)('with --date-order %s, 3/9/20 is %s', (dateOrder, day) => {
  expect(daysOf(dateOrder, '3/9/20')).toEqual([day]);
});

test('an order in which a date does not exist is refused', () => {
  expect(() => daysOf('day', '3/9/20', '3/14/20')).toThrow(BadFile);
  expect(daysOf('month', '3/9/20', '3/14/20')).toEqual(['2020-03-09', '2020-03-14']);
});

function daysOf(dateOrder: Context['dateOrder'], ...dates: string[]): string[] {
  const context = { settings: checkSettings({}), ...hashes('x'), ...(dateOrder && { dateOrder }) };
  const translator = metaInsights.open(context);
  for (const row of [HEADER, ...dates.map((date) => [date, '4'])]) translator.take(row, 1);
  return (translator.end?.() ?? []).map(({ day }) => day);
}
