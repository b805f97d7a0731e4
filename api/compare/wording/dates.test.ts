// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import {
  beforeNumber,
  dayAndMonth,
  englishPeriod,
  fullDate,
  italianBetween,
  italianDay,
  italianPeriod,
  monthsOf,
  shortPeriod,
} from './dates.ts';

const dates = (from: string, to: string) => ({ from, to });

test('days', () => {
  expect(fullDate('2020-03-10', 'it')).toBe('10 marzo 2020');
  expect(dayAndMonth('2020-01-01', 'it')).toBe('1º gennaio');
  expect(dayAndMonth('2020-01-01', 'en')).toBe('1 January');
});

test('articles elide before 8 and 11, not before the first of the month', () => {
  expect(['01', '08', '10', '11', '18'].map((day) => italianDay('dal', `2020-03-${day}`))).toEqual([
    'dal 1º marzo',
    'dall’8 marzo',
    'dal 10 marzo',
    'dall’11 marzo',
    'dal 18 marzo',
  ]);
});

test.each([
  ['1 %', 'dell’1 %'],
  ['1,5 %', 'dell’1,5 %'],
  ['8 %', 'dell’8 %'],
  ['11 %', 'dell’11 %'],
  ['18 %', 'del 18 %'],
  ['86 %', 'dell’86 %'],
  ['110 %', 'del 110 %'],
  ['1.100 %', 'del 1.100 %'],
  ['0,3 %', 'dello 0,3 %'],
  ['25 %', 'del 25 %'],
])('del before %s', (text, expected) => {
  expect(beforeNumber('del', text)).toBe(expected);
});

test('periods', () => {
  expect(italianPeriod(dates('2020-02-03', '2020-02-11'))).toBe('dal 3 all’11 febbraio');
  expect(italianPeriod(dates('2020-02-29', '2020-03-02'))).toBe('dal 29 febbraio al 2 marzo');
  expect(italianPeriod(dates('2020-03-05', '2020-03-05'))).toBe('il 5 marzo');
  expect(italianBetween(dates('2020-03-08', '2020-03-11'))).toBe('l’8 e l’11 marzo');
  expect(italianBetween(dates('2020-02-29', '2020-03-12'))).toBe('il 29 febbraio e il 12 marzo');
  expect(englishPeriod(dates('2020-02-03', '2020-02-11'))).toBe('from 3 to 11 February');
  expect(englishPeriod(dates('2020-03-05', '2020-03-05'))).toBe('on 5 March');
  expect(shortPeriod(dates('2020-03-02', '2020-03-08'), 'it')).toBe('2–8 marzo');
  expect(shortPeriod(dates('2020-02-29', '2020-03-06'), 'en')).toBe('29 February–6 March');
  expect(shortPeriod(dates('2020-03-05', '2020-03-05'), 'it')).toBe('5 marzo');
});

test('a phase by its months', () => {
  expect(monthsOf(dates('2020-01-01', '2020-03-08'), 'it')).toBe('gennaio–inizio marzo');
  expect(monthsOf(dates('2020-01-01', '2020-03-08'), 'en')).toBe('January to early March');
  expect(monthsOf(dates('2020-01-15', '2020-02-29'), 'it')).toBe('metà gennaio–febbraio');
  expect(monthsOf(dates('2020-02-01', '2020-02-29'), 'it')).toBe('febbraio');
  expect(monthsOf(dates('2020-01-25', '2020-03-18'), 'en')).toBe('late January to mid March');
  expect(monthsOf(dates('2020-02-01', '2020-02-20'), 'it')).toBe('inizio–metà febbraio');
  expect(monthsOf(dates('2020-02-12', '2020-02-29'), 'en')).toBe('mid to late February');
  expect(monthsOf(dates('2020-02-02', '2020-02-08'), 'it')).toBe('inizio febbraio');
});
