// SPDX-License-Identifier: AGPL-3.0-or-later
// One channel over time: a step for each week, because a slope would invent the days between. Nothing is drawn across
// a week without data; it is hatched over the full height.
import { type Day, dayNumber, dayText, type Period } from '../../sql/vocabulary.ts';
import { dayAndMonth, fullDate, italianDay } from '../compare/wording/dates.ts';
import { decimal, mean } from '../compare/wording/numbers.ts';
import type { Point } from '../schemas.ts';
import { tag } from '../xml.ts';
import type { Surroundings } from './forest.ts';
import { COLOURS, channelColour, hatchPattern } from './palette.ts';
import { linearScale, type Scale, ticksFromZero } from './scale.ts';
import { drawn, label, line, wrapped } from './svg.ts';

/** A channel over time, with the phases and the events to be drawn over it. */
export interface Course {
  channel: string;
  points: readonly Point[];
  phases: readonly { name: string; period: Period; shaded?: boolean }[];
  markers: readonly { day: Day; label: string }[];
}

const WIDTH = 800;
const PLOT = { left: 44, right: 792, top: 88, bottom: 268 };
const SMALL = { 'font-size': 13, fill: COLOURS.soft };

/** The mean per day of each week of a channel. */
export function timelineChart(course: Course, { title, notes = [], numbers }: Surroundings): string {
  const name = `timeline-${course.channel}`;
  const { points } = course;
  const highest = Math.max(0, ...points.map(({ meanPerDay }) => meanPerDay ?? 0));
  const ticks = ticksFromZero(highest);
  const days = spanOf(points);
  const axes = {
    x: linearScale([days.from, days.to + 1], [PLOT.left, PLOT.right]),
    y: linearScale([0, ticks.at(-1)!], [PLOT.bottom, PLOT.top]),
    days,
  };
  const markers = course.markers.filter(({ day }) => number(day) >= days.from && number(day) <= days.to);
  const lines = [...legend(points), ...eventLines(markers), ...notes].flatMap((note) => wrapped(note));
  return drawn(
    {
      name,
      width: WIDTH,
      height: PLOT.bottom + 44 + lines.length * 18,
      title,
      description: described(points),
      numbers,
    },
    hatchPattern(`${name}-hatch`),
    label(0, 18, title, { 'font-size': 18, 'font-weight': 600 }),
    label(0, 38, 'Media al giorno di ogni settimana, sui giorni con dati', { fill: COLOURS.soft }),
    ...phaseMarks(course.phases, axes),
    ...valueAxis(ticks, axes.y),
    ...monthMarks(axes),
    ...points.filter(lacksDays).map((point) => hatched(point, axes, name)),
    ...flags(markers.map(({ day }) => axes.x(number(day)))),
    ...courseMarks(points, channelColour(course.channel), axes),
    ...lines.map((words, i) => label(0, PLOT.bottom + 44 + i * 18, words, SMALL)),
  );
}

interface Axes {
  x: Scale;
  y: Scale;
  days: { from: number; to: number };
}

/** A week at the edge may be too short for a value although all its days are known: then nothing is missing. */
const lacksDays = ({ state, daysWithData, expectedDays }: Point) =>
  state === 'missing' && daysWithData < expectedDays;

const number = (day: Day) => dayNumber(day) ?? Number.NaN;

function spanOf(points: readonly Point[]): Axes['days'] {
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? { from: number(first.from), to: number(last.to) } : { from: 0, to: 0 };
}

function phaseMarks(phases: Course['phases'], { x, days }: Axes): string[] {
  return phases.flatMap(({ name, period, shaded }) => {
    const from = Math.max(days.from, number(period.from));
    const to = Math.min(days.to, number(period.to)) + 1;
    if (to <= from) return [];
    const [left, right] = [x(from), x(to)];
    const frame = { x: left, y: 48, width: right - left, height: PLOT.bottom - 48 };
    const edge = { stroke: COLOURS.edge, 'stroke-dasharray': '2 3' };
    return [
      ...(shaded ? [tag('rect', { ...frame, fill: COLOURS.phase })] : []),
      line(left, 48, left, PLOT.bottom, edge),
      // A phase too narrow for its name is told by its limits alone.
      ...(right - left > 7 * name.length + 8
        ? [label(left + 5, 62, name, { 'font-size': 13, 'font-weight': 600 })]
        : []),
    ];
  });
}

function valueAxis(ticks: readonly number[], y: Scale): string[] {
  return ticks.flatMap((tick) => [
    line(PLOT.left, y(tick), PLOT.right, y(tick), { stroke: tick === 0 ? COLOURS.base : COLOURS.line }),
    label(PLOT.left - 6, y(tick) + 4, decimal(tick, decimalsOf(ticks), 'it'), {
      ...SMALL,
      'text-anchor': 'end',
    }),
  ]);
}

const decimalsOf = (ticks: readonly number[]) =>
  Math.max(...ticks.map((t) => String(t).split('.')[1]?.length ?? 0));

/** Steps of the months that are named, the narrowest that leaves room for the words. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60];
const MONTH_ROOM = 46;

/** A mark at the first of each month, its name where there is room; the year in January, or alone over many years. */
function monthMarks({ x, days }: Axes): string[] {
  const width = x(30) - x(0);
  const step = MONTH_STEPS.find((months) => months * width >= MONTH_ROOM) ?? MONTH_STEPS.at(-1)!;
  return firstsOfMonths(days).flatMap((day) => {
    const place = x(number(day));
    const tick = line(place, PLOT.bottom, place, PLOT.bottom + 5, { stroke: COLOURS.base });
    const [year = 0, month = 1] = day.split('-').map(Number);
    if ((year * 12 + month - 1) % step !== 0 || place > PLOT.right - MONTH_ROOM) return [tick];
    const name = step < 12 ? `${dayAndMonth(day, 'it').split(' ')[1]!.slice(0, 3)} ` : '';
    const words = name + (month === 1 ? year : '');
    return [tick, label(place + 2, PLOT.bottom + 18, words.trim(), SMALL)];
  });
}

function firstsOfMonths({ from, to }: Axes['days']): Day[] {
  const days = Array.from({ length: to - from + 1 }, (_, i) => dayText(from + i));
  return days.filter((day) => day.endsWith('-01'));
}

function hatched({ from, to }: Point, { x }: Axes, name: string): string {
  const [left, right] = [x(number(from)), x(number(to) + 1)];
  const frame = { x: left, y: PLOT.top, width: right - left, height: PLOT.bottom - PLOT.top };
  return tag('rect', { ...frame, fill: `url(#${name}-hatch)`, stroke: COLOURS.hatch, 'stroke-width': 0.5 });
}

const FLAG = 16;

/** Numbered flags over their days; where they would lie on each other they stand aside and lean on their leader. */
function flags(days: readonly number[]): string[] {
  const places = [...days];
  for (let i = 1; i < places.length; i += 1) places[i] = Math.max(places[i]!, places[i - 1]! + FLAG);
  for (let i = places.length - 1, most = PLOT.right; i >= 0; i -= 1, most -= FLAG)
    places[i] = Math.min(places[i]!, most);
  return places.map((place, i) => flag(days[i]!, place, i + 1));
}

function flag(day: number, place: number, count: number): string {
  const leader = `M${rounded(place)} ${PLOT.top - 14}L${rounded(day)} ${PLOT.top}V${PLOT.bottom}`;
  const figure = { 'font-size': 11, 'font-weight': 600, fill: COLOURS.surface, 'text-anchor': 'middle' };
  return [
    tag('path', { d: leader, fill: 'none', stroke: COLOURS.base }),
    tag('circle', { cx: place, cy: PLOT.top - 14, r: 7, fill: COLOURS.ink }),
    label(place, PLOT.top - 10, String(count), figure),
  ].join('');
}

/** A step for each point with a value, joined to the next one only when it follows at once; a hollow dot at zero. */
function courseMarks(points: readonly Point[], colour: string, { x, y }: Axes): string[] {
  let path = '';
  let end = Number.NaN;
  for (const { from, to, meanPerDay } of points) {
    if (meanPerDay === null) continue;
    const [left, right, height] = [x(number(from)), x(number(to) + 1), y(meanPerDay)].map(rounded);
    path += `${number(from) === end ? 'V' : `M${left} `}${height}H${right}`;
    end = number(to) + 1;
  }
  const zeros = points.filter(({ meanPerDay }) => meanPerDay === 0);
  return [
    tag('path', { d: path || 'M0 0', fill: 'none', stroke: colour, 'stroke-width': 2.25 }),
    ...zeros.map(({ from, to }) =>
      tag('circle', {
        cx: (x(number(from)) + x(number(to) + 1)) / 2,
        cy: y(0),
        r: 3.5,
        fill: COLOURS.surface,
        stroke: colour,
        'stroke-width': 1.6,
      }),
    ),
  ];
}

const rounded = (value: number) => Math.round(value * 100) / 100;

function legend(points: readonly Point[]): string[] {
  const isMissing = points.some(lacksDays);
  const isZero = points.some(({ meanPerDay }) => meanPerDay === 0);
  const words = [
    ...(isMissing ? ['Tratteggio: settimane senza dati sufficienti; non contano come zero.'] : []),
    ...(isZero ? ['Cerchio vuoto: settimana con zero contatti.'] : []),
  ];
  return words.length === 0 ? [] : [words.join(' ')];
}

function eventLines(markers: Course['markers']): string[] {
  const said = markers.map(({ day, label }, i) => `${i + 1} ${label}, ${fullDate(day, 'it')}`);
  return said.length === 0 ? [] : [`Eventi: ${said.join('; ')}.`];
}

function described(points: readonly Point[]): string {
  const known = points.filter(({ meanPerDay }) => meanPerDay !== null);
  const highest = known.reduce<Point | null>(
    (best, point) => (best === null || point.meanPerDay! > best.meanPerDay! ? point : best),
    null,
  );
  if (highest === null) return 'Nessun dato.';
  const missing = points.filter(lacksDays).length;
  const week = `nella settimana ${italianDay('dal', highest.from)} ${highest.from.slice(0, 4)}`;
  const peak = `La media più alta è ${mean(highest.meanPerDay!, 'it')} al giorno, ${week}.`;
  return missing === 0 ? peak : `${peak} Settimane senza dati sufficienti: ${missing} su ${points.length}.`;
}
