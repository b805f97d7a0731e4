// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, describe, expect, test } from 'vitest';
import {
  conjunction,
  coveragePercent,
  daysIn,
  fullDay,
  interval,
  longDay,
  longPeriod,
  mean,
  number,
  ratio,
  runs,
  shortPeriod,
} from './format.ts';
import { speak } from './i18n/words.ts';

afterEach(() => speak('it'));

test('numbers have a comma, a point from a thousand, and a true minus', () => {
  expect(number(1234.5, 1)).toBe('1.234,5');
  expect(number(999)).toBe('999');
  expect(number(-8)).toBe('\u22128');
  expect(number(-0.4)).toBe('0');
  expect(number(1234567)).toBe('1.234.567');
});

test('a mean has one decimal, two where one would read as zero, and words when not known', () => {
  expect(mean(25.66)).toBe('25,7');
  expect(mean(0.04)).toBe('0,04');
  expect(mean(0)).toBe('0');
  expect(mean(null)).toBe('n.d.');
});

describe('a ratio', () => {
  test.each([
    [1.24, '+24\u00a0%'],
    [0.92, '\u22128\u00a0%'],
    [1.002, 'come prima'],
    [1.99, '+99\u00a0%'],
    [2, '2,0 volte tanto'],
    [2.96, '3,0 volte tanto'],
    [9.94, '9,9 volte tanto'],
    [9.96, '10 volte tanto'],
    [41.6, '42 volte tanto'],
    [0.5, '0,50 volte'],
    [0.083, '0,08 volte'],
    [0.004, 'meno di 0,01 volte'],
  ])('%d is %s', (value, words) => {
    expect(ratio(value)).toBe(words);
  });

  test('just under two is never "+100 %"', () => {
    expect(ratio(1.997)).toBe('2,0 volte tanto');
  });
});

describe('the limits of a ratio', () => {
  test.each([
    [2.96, 2.41, 3.79, '2,4–3,8'],
    [0.083, 0.061, 0.11, '0,06–0,11'],
    [1.25, 1.07, 1.47, 'da +7\u00a0% a +47\u00a0%'],
    [1.57, 1.21, 2.04, 'da +21\u00a0% a +104\u00a0%'],
    [1.25, 1.003, 1.6, 'da +0,3\u00a0% a +60\u00a0%'],
    [2.1, 1.02, 4.3, '1,02–4,3'],
  ])('of %d are %d and %d: %s', (estimate, low, high, words) => {
    expect(interval({ estimate, low, high })).toBe(words);
  });
});

test('coverage is rounded down: 100 % only when nothing is missing', () => {
  expect(coveragePercent(137 / 138)).toBe('99\u00a0%');
  expect(coveragePercent(0.29)).toBe('29\u00a0%');
  expect(coveragePercent(1)).toBe('100\u00a0%');
});

test('days are written in full, the first of a month as an ordinal', () => {
  expect(longDay('2020-03-10')).toBe('10 marzo 2020');
  expect(longDay('2020-01-01')).toBe('1º gennaio 2020');
  expect(longDay('2020-01-11')).toBe('11 gennaio 2020');
  expect(fullDay('2020-03-29')).toBe('domenica 29 marzo 2020');
});

test('a period says month and year once', () => {
  expect(shortPeriod({ from: '2020-02-03', to: '2020-02-08' })).toBe('3–8 feb 2020');
  expect(shortPeriod({ from: '2019-12-30', to: '2020-01-05' })).toBe('30 dic 2019 – 5 gen 2020');
  expect(shortPeriod({ from: '2020-05-04', to: '2020-05-04' })).toBe('4 mag 2020');
  expect(longPeriod({ from: '2020-03-09', to: '2020-05-17' })).toBe('9 marzo – 17 maggio 2020');
});

test('runs of days carry the right Italian article', () => {
  const chat = [
    { from: '2020-02-03', to: '2020-02-08' },
    { from: '2020-04-14', to: '2020-04-18' },
  ];
  expect(runs(chat)).toBe('dal 3 all’8 febbraio e dal 14 al 18 aprile');
  expect(runs([{ from: '2020-02-08', to: '2020-03-11' }])).toBe('dall’8 febbraio all’11 marzo');
  expect(runs([{ from: '2020-02-08', to: '2020-02-08' }])).toBe('dell’8 febbraio');
  expect(runs([{ from: '2020-03-01', to: '2020-03-02' }])).toBe('dal 1º al 2 marzo');
});

test('of many runs three are named and the others counted', () => {
  const six = ['01', '02', '03', '04', '05', '06'].map((month) => ({
    from: `2020-${month}-20`,
    to: `2020-${month}-20`,
  }));
  expect(runs(six)).toBe('del 20 gennaio, del 20 febbraio, del 20 marzo e di altri 3 periodi');
});

test('a list ends with "e"; a period counts both its ends, whatever the clocks do', () => {
  expect(conjunction(['a', 'b', 'c'])).toBe('a, b e c');
  expect(daysIn({ from: '2020-03-09', to: '2020-05-17' })).toBe(70);
});

test('English has its own marks', async () => {
  await speak('en');
  expect(number(1234.5, 1)).toBe('1,234.5');
  expect(ratio(1.24)).toBe('+24%');
  expect(runs([{ from: '2020-02-03', to: '2020-02-08' }])).toBe('from 3 to 8 February');
});
