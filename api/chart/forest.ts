// SPDX-License-Identifier: AGPL-3.0-or-later
// How much each channel changed: a row each, its ratio and interval on one logarithmic axis. A filled mark may be claimed,
// a hollow one may not; the words beside it say the same, so that it holds in grey.
import type { ChannelSettings } from '../../sql/settings.ts';
import { shortPeriod } from '../compare/wording/dates.ts';
import { decimal, saidRatio } from '../compare/wording/numbers.ts';
import type { Compare, Comparison } from '../compare-schema.ts';
import { headlineOf, outcome } from '../outcome.ts';
import { COLUMN, perDay, ROW, rowMarks, WIDTH } from './forest-row.ts';
import { COLOURS } from './palette.ts';
import { logScale, type Scale } from './scale.ts';
import { drawn, label, line, wrapped } from './svg.ts';

/** What stands around the marks of a chart, said by whoever asks for it. */
export interface Surroundings {
  title: string;
  /** Lines under the chart: the source, how far the data reach, and whatever they must not be read without. */
  notes?: readonly string[];
  /** The numbers as JSON, kept inside the picture. */
  numbers?: string;
  /** The title stands in the page above the chart, and is not drawn again. */
  isUnderHeading?: boolean;
  /** What the phase compared is called; by default "Durante". */
  phase?: string;
}

/** What a title takes of the height of a chart. */
export const TITLE = 24;

const HEAD = 84;
const PLOT: [number, number] = [258, 480];
const TICKS: readonly number[] = [1 / 50, 0.1, 0.25, 0.5, 1, 2, 4, 10, 50];
const WORDS: Record<number, string> = { 0.1: 'un decimo', 0.5: 'metà', 1: 'come prima', 2: 'doppio' };
/** The axis reaches at least this far, and never farther than the last: an arrow says that there is more. */
const LEAST: [number, number] = [0.4, 2.5];
const MOST: [number, number] = [1 / 50, 50];

/** The channels of a comparison, those that rose most first; those without a ratio last. */
export function forestChart(
  answer: Compare,
  channels: readonly ChannelSettings[],
  { title, notes = [], numbers, isUnderHeading = false, phase = 'Durante' }: Surroundings,
): string {
  const rows = bySize(answer.channels);
  const domain = domainOf(rows);
  const scale = logScale(domain, PLOT);
  const bottom = HEAD + rows.length * ROW;
  const lines = [...EXPLANATION, ...notes].flatMap((note) => wrapped(note));
  return drawn(
    {
      name: 'forest',
      width: WIDTH,
      height: bottom + 30 + lines.length * 18,
      top: isUnderHeading ? TITLE : 0,
      title,
      description: forestDescription(answer, channels),
      numbers,
    },
    ...(isUnderHeading ? [] : [label(0, 18, title, { 'font-size': 18, 'font-weight': 600 })]),
    label(0, 38, subtitle(answer, phase), { fill: COLOURS.soft }),
    ...head(scale, domain, bottom, phase),
    ...rows.flatMap((row, i) =>
      rowMarks(nameOf(row.channel, channels), row, HEAD + i * ROW, { scale, domain }),
    ),
    ...lines.map((words, i) =>
      label(0, bottom + 24 + i * 18, words, { 'font-size': 13, fill: COLOURS.soft }),
    ),
  );
}

/** The same in words, for those who do not see it. */
export function forestDescription({ channels: rows }: Compare, channels: readonly ChannelSettings[]): string {
  return bySize(rows)
    .map((row) => described(nameOf(row.channel, channels), row))
    .join(' ');
}

function nameOf(code: string, channels: readonly ChannelSettings[]): string {
  return channels.find((channel) => channel.code === code)?.label ?? code;
}

const EXPLANATION = [
  'Punto: stima; barra: intervallo al 95 % del canale; scala logaritmica. Punto pieno: variazione dimostrata. Punto ' +
    'vuoto: non dimostrata. Grigio pieno: chiuso per legge. Linea sottile: senza la correzione con gli anni ' +
    'precedenti. L’esito tiene conto di tutti i canali insieme.',
];

function subtitle({ before, during }: Compare, phase: string): string {
  const said = (period: { from: string; to: string }) =>
    `${shortPeriod(period, 'it')} ${period.to.slice(0, 4)}`;
  return `Contatti al giorno: ${said(during)} (${phase.toLowerCase()}) rispetto a ${said(before)} (prima)`;
}

/** The channels that rose most first, those without a ratio last. */
export function bySize(channels: readonly Comparison[]): Comparison[] {
  const size = (found: Comparison) => headlineOf(found)?.estimate ?? -1;
  return [...channels].sort((a, b) => size(b) - size(a));
}

function domainOf(rows: readonly Comparison[]): [number, number] {
  const ratios = rows.flatMap((row) => headlineOf(row) ?? []);
  const low = Math.min(LEAST[0], ...ratios.map((ratio) => ratio.low / 1.1));
  const high = Math.max(LEAST[1], ...ratios.map((ratio) => ratio.high * 1.1));
  return [Math.max(MOST[0], low), Math.min(MOST[1], high)];
}

function head(scale: Scale, [low, high]: [number, number], bottom: number, phase: string): string[] {
  const ticks = apart(
    TICKS.filter((tick) => tick >= low && tick <= high),
    scale,
    26,
  );
  const worded = apart(
    ticks.filter((tick) => WORDS[tick]),
    scale,
    66,
  );
  const grey = { fill: COLOURS.soft, 'font-size': 13 };
  const [middle, right] = [
    { ...grey, 'text-anchor': 'middle' },
    { ...grey, 'text-anchor': 'end' },
  ];
  return [
    label(COLUMN.name, HEAD - 10, 'Canale', grey),
    label(COLUMN.before, HEAD - 10, 'Prima', right),
    label(COLUMN.during, HEAD - 10, phase, right),
    label(COLUMN.ratio, HEAD - 10, 'Rapporto, intervallo', grey),
    label(COLUMN.outcome, HEAD - 10, 'Esito', grey),
    ...ticks.flatMap((tick) => [
      label(scale(tick), HEAD - 24, decimal(tick, digitsOf(tick), 'it'), middle),
      line(scale(tick), HEAD, scale(tick), bottom, { stroke: tick === 1 ? COLOURS.base : COLOURS.line }),
    ]),
    ...worded.map((tick) => label(scale(tick), HEAD - 10, WORDS[tick]!, { ...middle, 'font-size': 12 })),
    line(0, HEAD, WIDTH, HEAD, { stroke: COLOURS.base }),
  ];
}

/** The ticks that keep their distance: 1 always, the others outward from it as long as there is room. */
function apart(ticks: readonly number[], scale: Scale, least: number): number[] {
  const kept: number[] = ticks.filter((tick) => tick === 1);
  for (const tick of [...ticks].sort((a, b) => Math.abs(Math.log(a)) - Math.abs(Math.log(b)))) {
    if (kept.every((other) => Math.abs(scale(tick) - scale(other)) >= least)) kept.push(tick);
  }
  return kept;
}

const digitsOf = (tick: number) => (tick >= 1 ? 0 : tick === 0.5 || tick === 0.1 ? 1 : 2);

function described(name: string, row: Comparison): string {
  const headline = headlineOf(row);
  const means = `${name}: da ${perDay(row.before.meanPerDay)} a ${perDay(row.during.meanPerDay)} al giorno`;
  if (!headline) return `${means}; ${outcome(row)}.`;
  const { isPercent, estimate, low, high } = saidRatio(headline, 'it');
  return `${means}; rapporto ${estimate}${isPercent ? '' : ' volte'} (intervallo da ${low} a ${high}); ${outcome(row)}.`;
}
