// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { blocksOf } from './coverage-days.ts';
import { boxAt, layOut } from './coverage-layout.ts';

const YEAR = { from: '2020-01-01', to: '2020-12-31' };
const LOCKDOWN = { from: '2020-03-09', to: '2020-05-17' };

test('up to half a year is one block; more is cut into halves of years', () => {
  expect(blocksOf({ from: '2020-02-10', to: '2020-07-31' })).toHaveLength(1);
  expect(blocksOf({ from: '2019-11-03', to: '2020-07-01' }).map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2019-11-03 2019-12-31',
    '2020-01-01 2020-06-30',
    '2020-07-01 2020-07-01',
  ]);
});

test.each([1290, 686, 311])('at %i pixels every day of every row has a place of its own inside', (width) => {
  const layout = layOut(width, 7, YEAR, LOCKDOWN);
  expect(layout.isStrips).toBe(width === 1290);
  expect(layout.boxes.map((row) => row.length)).toEqual(Array.from({ length: 7 }, () => 366));
  const places = new Set(layout.boxes.flat().map(({ x, y }) => `${x} ${y}`));
  expect(places.size).toBe(7 * 366);
  for (const { x, y, width: wide, height } of layout.boxes.flat()) {
    expect(wide).toBeGreaterThanOrEqual(3);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + wide).toBeLessThanOrEqual(width);
    expect(y + height).toBeLessThanOrEqual(layout.height);
  }
});

test.each([1290, 311])('at %i pixels the day under a point is found again', (width) => {
  const layout = layOut(width, 3, YEAR, LOCKDOWN);
  for (const [row, index] of [
    [0, 0],
    [2, 40],
    [1, 365],
  ] as const) {
    const box = layout.boxes[row]?.[index];
    expect(boxAt(layout, (box?.x ?? 0) + 1, (box?.y ?? 0) + 1)).toEqual({ row, index });
  }
  expect(boxAt(layout, -50, -50)).toBeNull();
});

test('in strips a day stands at the same place in every row, and the shade begins with its first day', () => {
  const { boxes, shades, months } = layOut(1290, 2, { from: '2020-01-01', to: '2020-06-30' }, LOCKDOWN);
  expect(boxes[0]?.map(({ x }) => x)).toEqual(boxes[1]?.map(({ x }) => x));
  expect(Math.round(shades[0]?.x ?? 0)).toBe(boxes[0]?.[68]?.x);
  expect(months.map(({ day }) => day.slice(5, 7))).toEqual(['01', '02', '03', '04', '05', '06']);
});

test('in calendars Monday stands on top, and a week is a column', () => {
  const { boxes } = layOut(311, 1, { from: '2020-03-09', to: '2020-03-22' }, LOCKDOWN);
  const [monday, , , , , , sunday, next] = boxes[0] ?? [];
  expect(sunday?.x).toBe(monday?.x);
  expect(next?.y).toBe(monday?.y);
  expect((sunday?.y ?? 0) - (monday?.y ?? 0)).toBe(6 * (monday?.height ?? 0));
  expect((next?.x ?? 0) - (monday?.x ?? 0)).toBe(monday?.width);
});
