// SPDX-License-Identifier: AGPL-3.0-or-later
// One channel over time: a step for each week, because a slope would invent the days between. Nothing is drawn across
// a week without data; it is hatched over the full height.
import type { Day } from '../../sql/vocabulary.ts';
import { parseDay } from '../compare/calendar.ts';
import { fullDate, italianDay } from '../compare/wording/dates.ts';
import { mean } from '../compare/wording/numbers.ts';
import type { Point } from '../schemas.ts';
import { tag } from '../xml.ts';
import type { Surroundings } from './forest.ts';
import { COLOURS, channelColour, hatchPattern } from './palette.ts';
import { linearScale, ticksFromZero } from './scale.ts';
import { drawn, label, wrapped } from './svg.ts';
import {
  type Axes,
  type DrawnPhase,
  flags,
  monthMarks,
  PLOT,
  phaseMarks,
  rounded,
  SMALL,
  valueAxis,
} from './timeline-frame.ts';

/** A channel over time, with the phases and the events to be drawn over it. */
export interface Course {
  channel: string;
  points: readonly Point[];
  phases: readonly DrawnPhase[];
  markers: readonly { day: Day; label: string }[];
}

const WIDTH = 800;

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
  const markers = course.markers.filter(({ day }) => parseDay(day) >= days.from && parseDay(day) <= days.to);
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
    ...flags(markers.map(({ day }) => axes.x(parseDay(day)))),
    ...courseMarks(points, channelColour(course.channel), axes),
    ...lines.map((words, i) => label(0, PLOT.bottom + 44 + i * 18, words, SMALL)),
  );
}

/** A week at the edge may be too short for a value although all its days are known: then nothing is missing. */
const lacksDays = ({ state, daysWithData, expectedDays }: Point) =>
  state === 'missing' && daysWithData < expectedDays;

function spanOf(points: readonly Point[]): Axes['days'] {
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? { from: parseDay(first.from), to: parseDay(last.to) } : { from: 0, to: 0 };
}

function hatched({ from, to }: Point, { x }: Axes, name: string): string {
  const [left, right] = [x(parseDay(from)), x(parseDay(to) + 1)];
  const frame = { x: left, y: PLOT.top, width: right - left, height: PLOT.bottom - PLOT.top };
  return tag('rect', { ...frame, fill: `url(#${name}-hatch)`, stroke: COLOURS.hatch, 'stroke-width': 0.5 });
}

/** A step for each point with a value, joined to the next one only when it follows at once; a hollow dot at zero. */
function courseMarks(points: readonly Point[], colour: string, { x, y }: Axes): string[] {
  let path = '';
  let end = Number.NaN;
  for (const { from, to, meanPerDay } of points) {
    if (meanPerDay === null) continue;
    const [left, right, height] = [x(parseDay(from)), x(parseDay(to) + 1), y(meanPerDay)].map(rounded);
    path += `${parseDay(from) === end ? 'V' : `M${left} `}${height}H${right}`;
    end = parseDay(to) + 1;
  }
  const zeros = points.filter(({ meanPerDay }) => meanPerDay === 0);
  return [
    tag('path', { d: path || 'M0 0', fill: 'none', stroke: colour, 'stroke-width': 2.25 }),
    ...zeros.map(({ from, to }) =>
      tag('circle', {
        cx: (x(parseDay(from)) + x(parseDay(to) + 1)) / 2,
        cy: y(0),
        r: 3.5,
        fill: COLOURS.surface,
        stroke: colour,
        'stroke-width': 1.6,
      }),
    ),
  ];
}

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
