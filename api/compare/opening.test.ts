// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { parseDay } from './calendar.ts';
import {
  dayRows,
  daysWithData,
  type Opening,
  openDaysIn,
  openOn,
  parseRange,
  workingDayTypes,
} from './opening.ts';

const OFFICE: Opening = {
  openDays: [1, 2, 3, 4, 5, 6],
  closedOnHolidays: true,
  closures: ['2020-04-16..2020-04-17'],
  patronDay: '08-10',
};
const WEB: Opening = {
  openDays: [1, 2, 3, 4, 5, 6, 7],
  closedOnHolidays: false,
  closures: [],
  patronDay: '08-10',
};

test('an office from Easter Saturday to the Sunday after: these counts, these rows', () => {
  const counts = new Map(
    Object.entries({
      '2020-04-11': 5,
      '2020-04-12': 0,
      '2020-04-13': 2,
      '2020-04-14': 0,
      '2020-04-16': 0,
    }).map(([day, count]) => [parseDay(day), count]),
  );
  const rows = dayRows(counts, parseRange('2020-04-11..2020-04-19'), OFFICE);
  expect(rows.map(({ dayType, state, open, count }) => [dayType, state, open, count])).toEqual([
    [5, 'count', true, 5],
    [6, 'closed', false, null],
    [7, 'count', false, 2],
    [1, 'count', true, 0],
    [2, 'missing', true, null],
    [3, 'closed', false, null],
    [4, 'closed', false, null],
    [5, 'missing', true, null],
    [6, 'closed', false, null],
  ]);
  expect(daysWithData(rows).map(({ count }) => count)).toEqual([5, 2, 0]);
  expect(openDaysIn(rows, parseRange('2020-04-12..2020-04-14')).map(({ day }) => day)).toEqual([
    parseDay('2020-04-14'),
  ]);
});

test('a website is open every day, and a day left out counts as missing', () => {
  const range = parseRange('2020-04-12..2020-04-13');
  const counts = new Map([
    [range.from, 3],
    [range.to, 0],
  ]);
  expect(dayRows(counts, range, WEB).map(({ state }) => state)).toEqual(['count', 'count']);
  expect(dayRows(counts, range, WEB, [{ from: range.to, to: range.to }]).map(({ state }) => state)).toEqual([
    'count',
    'missing',
  ]);
});

test.each([-1, 1.5, Number.NaN])('%d is not a count', (count) => {
  const range = parseRange('2020-04-14..2020-04-14');
  expect(() => dayRows(new Map([[range.from, count]]), range, WEB)).toThrow(RangeError);
});

test('closed on holidays is a setting of its own', () => {
  const isOpen = openOn({ ...OFFICE, closedOnHolidays: false });
  expect([isOpen(parseDay('2020-04-13')), openOn(OFFICE)(parseDay('2020-04-13'))]).toEqual([true, false]);
});

test('working days: Monday to Friday for what never closes, the opening days of the others', () => {
  expect(workingDayTypes(WEB)).toEqual([0, 1, 2, 3, 4]);
  expect(workingDayTypes(OFFICE)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(workingDayTypes({ openDays: [2, 4] })).toEqual([1, 3]);
});

test('a range with a day that does not exist is refused', () => {
  expect(() => parseRange('2020-02-30..2020-03-01')).toThrow(RangeError);
  expect(() => parseRange('2020-03-01')).toThrow(RangeError);
});
