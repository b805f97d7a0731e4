// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { dayText } from '../../sql/vocabulary.ts';
import type { Point } from '../schemas.ts';
import { ticksFromZero } from './scale.ts';
import { shareChart } from './share.ts';
import { drawn, label, wrapped } from './svg.ts';
import { timelineChart } from './timeline.ts';

const MONDAY = 18_323;

/** Weeks from Monday 2 March 2020; null is a week without data. */
function weeks(...means: (number | null)[]): Point[] {
  return means.map((mean, i) => ({
    from: dayText(MONDAY + 7 * i),
    to: dayText(MONDAY + 7 * i + 6),
    state: mean === null ? 'missing' : 'count',
    count: mean === null ? null : mean * 6,
    daysWithData: mean === null ? 0 : 6,
    expectedDays: 6,
    meanPerDay: mean,
  }));
}

const course = (points: Point[]) => ({ channel: 'chat', points, phases: [], markers: [] });
const path = (svg: string) => svg.match(/<path d="([^"]*)" fill="none" stroke="#009A84"/)?.[1];

test('no line is drawn across a week without data: it is hatched, and said', () => {
  const svg = timelineChart(course(weeks(4, null, 8)), { title: 'Chat' });
  expect(path(svg)).toBe('M44 178H293.33M542.67 88H792');
  expect(svg.match(/url\(#timeline-chat-hatch\)/g)).toHaveLength(1);
  expect(svg).toContain('Tratteggio: settimane senza dati sufficienti; non contano come zero.');
  expect(svg).toContain('La media più alta è 8,0 al giorno, nella settimana dal 16 marzo 2020.');
  expect(svg).toContain('Settimane senza dati sufficienti: 1 su 3.');
});

test('a week cut at the edge, too short for a value, is not said to be missing', () => {
  const [first, second] = weeks(4, null);
  const cut: Point = { ...second!, daysWithData: 2, expectedDays: 2 };
  const svg = timelineChart(course([first!, cut]), { title: 'Chat' });
  expect(svg).not.toMatch(/url\(#|Tratteggio|senza dati/);
  expect(path(svg)).toBe('M44 88H418');
});

test('zero is a value, with a hollow dot on the base line', () => {
  const svg = timelineChart(course(weeks(4, 0)), { title: 'Chat' });
  expect(path(svg)).toBe('M44 88H418V268H792');
  expect(svg).toContain('<circle cx="605" cy="268" r="3.5" fill="#FFFFFF" stroke="#009A84"');
  expect(svg).toContain('Cerchio vuoto: settimana con zero contatti.');
  expect(svg).not.toContain('Tratteggio');
});

test('a course of nothing but missing weeks has no line, and says so', () => {
  const svg = timelineChart(course(weeks(null, null)), { title: 'Chat' });
  expect(svg).toContain('<desc id="timeline-chat-desc">Nessun dato.</desc>');
  expect(svg.match(/url\(#timeline-chat-hatch\)/g)).toHaveLength(2);
});

test('flags of days close to each other stand side by side, within the sheet', () => {
  const day = (i: number) => ({ day: dayText(MONDAY + i), label: `evento ${i}` });
  const svg = timelineChart({ ...course(weeks(1, 1)), markers: [day(11), day(12), day(13)] }, { title: '' });
  const places = [...svg.matchAll(/<circle cx="([\d.]+)" cy="74"/g)].map(([, x]) => Number(x));
  expect(places).toEqual([631.71, 685.14, 738.57]);
  const narrow = timelineChart(
    { ...course(weeks(...Array.from({ length: 60 }, () => 1))), markers: [day(417), day(418), day(419)] },
    { title: '' },
  );
  expect([...narrow.matchAll(/<circle cx="([\d.]+)" cy="74"/g)].map(([, x]) => Number(x))).toEqual([
    760, 776, 792,
  ]);
});

test('the share is two bars as long as the total', () => {
  const phase = (digital: number, desk: number) => ({
    digital,
    desk,
    days: 10,
    share: digital / (digital + desk),
    totalPerDay: (digital + desk) / 10,
  });
  const sentence = { it: 'La quota.', en: null };
  const mix = { before: phase(10, 190), during: phase(40, 10), difference: null, sentence };
  const svg = shareChart(mix, { title: 'Quota' });
  const bars = [...svg.matchAll(/<rect y="\d+" height="26" x="([\d.]+)" width="([\d.]+)"/g)].map(
    ([, x, w]) => [Number(x), Number(w)],
  );
  expect(bars).toEqual([
    [90, 25.5],
    [116.5, 483.5],
    [90, 102],
    [193, 24.5],
  ]);
  expect(svg).not.toContain('Dopo');
  const after = shareChart({ ...mix, after: phase(30, 70) }, { title: '' });
  expect(after.match(/<rect y="\d+" height="26"/g)).toHaveLength(6);
  expect(after).toContain('Dopo: 30 pratiche digitali');
  expect(svg).toContain('5\u00a0% di 20,0 al giorno');
  expect(svg).toContain('80\u00a0% di 5,0 al giorno');
  const unknown = { ...phase(0, 0), share: null, totalPerDay: null };
  expect(shareChart({ ...mix, during: unknown }, { title: '' })).toContain('Durante: nessun dato.');
});

test('words are data: they are escaped, and what XML cannot hold is left out', () => {
  const svg = drawn(
    { name: 'a', width: 1, height: 1, title: '<b>&"', description: '\u0007', numbers: '{"a":"<]]>"}' },
    label(0, 0, '\ud800x'),
  );
  expect(svg).toContain('<title id="a-title">&lt;b&gt;&amp;&quot;</title>');
  expect(svg).toContain('<desc id="a-desc"></desc>');
  const [, numbers = ''] = svg.match(/<metadata><!\[CDATA\[(.*)\]\]><\/metadata>/) ?? [];
  expect(JSON.parse(numbers)).toEqual({ a: '<]]>' });
  expect(numbers).not.toContain(']]>');
  expect(svg).toContain('>\ufffdx</text>');
});

test('the axis begins at zero and has few round steps', () => {
  expect(ticksFromZero(17)).toEqual([0, 5, 10, 15, 20]);
  expect(ticksFromZero(0)).toEqual([0, 1]);
  expect(ticksFromZero(0.7)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  expect(ticksFromZero(61)).toEqual([0, 20, 40, 60, 80]);
});

test('lines break between words, never at a no-break space', () => {
  expect(wrapped('uno due tre', 7)).toEqual(['uno due', 'tre']);
  expect(wrapped('lunghissimo a', 4)).toEqual(['lunghissimo', 'a']);
  expect(wrapped('5\u00a0% x', 4)).toEqual(['5\u00a0%', 'x']);
});
