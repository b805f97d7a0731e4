// SPDX-License-Identifier: AGPL-3.0-or-later
// A comparison as Italian text for a terminal: the table, the sentences, and how to read them.
import type { ChannelSettings } from '../sql/settings.ts';
import type { Period } from '../sql/vocabulary.ts';
import { fullDate, italianDay } from './compare/wording/dates.ts';
import { mean } from './compare/wording/numbers.ts';
import type { Compare, Comparison, Description } from './compare-schema.ts';
import { headlineOf, outcome, ratioText } from './outcome.ts';

const COLUMNS = [
  'canale',
  'prima',
  'durante',
  'rapporto (intervallo 95 %)',
  'esito',
  'stagione',
  'giorni di apertura con dati',
];

/** The whole text; `channels` give the labels, `demonstration` says that invented data are among the figures. */
export function comparisonText(
  answer: Compare,
  channels: readonly ChannelSettings[],
  demonstration: boolean,
): string {
  const label = ({ channel }: Comparison) => channels.find(({ code }) => code === channel)?.label ?? channel;
  const rows = answer.channels.map((each) => tableRow(label(each), each, answer));
  const said = answer.channels.flatMap((each) => ['', label(each), ...linesOf(each).map(bullet)]);
  const mix = answer.mix?.sentence.it
    ? ['', 'Pratiche digitali e sportello', bullet(answer.mix.sentence.it)]
    : [];
  return [
    ...(demonstration ? ['Attenzione: le cifre comprendono dati dimostrativi, inventati.', ''] : []),
    ...phaseLines(answer),
    '',
    ...table([COLUMNS, ...rows]),
    '',
    ...LEGEND,
    ...said,
    ...mix,
    '',
    ...captionsOf(answer),
  ]
    .join('\n')
    .trimEnd();
}

const LEGEND = [
  'Prima e durante: contatti al giorno, sui giorni con dati. Il rapporto confronta lunedì con lunedì e così via, e dove',
  'si può tiene conto degli anni precedenti: perciò può differire dal quoziente delle due medie.',
];

function phaseLines({ before, during, after, asOf }: Compare): string[] {
  const said = ({ from, to }: Period) => `${fullDate(from, 'it')} – ${fullDate(to, 'it')}`;
  return [
    `prima    ${said(before)}`,
    `durante  ${said(during)}`,
    ...(after ? [`dopo     ${said(after)}`] : []),
    asOf
      ? `Tutti i canali con dati sono noti fino ${italianDay('al', asOf)} ${asOf.slice(0, 4)}.`
      : 'Non ci sono ancora dati.',
  ];
}

function tableRow(label: string, found: Comparison, { during }: Compare): string[] {
  const headline = headlineOf(found);
  return [
    label,
    perDay(found.before),
    perDay(found.during),
    headline ? ratioText(headline) : '–',
    outcome(found),
    headline ? seasonText(found, Number(during.from.slice(0, 4))) : '–',
    `${daysText(found.before)} e ${daysText(found.during)}`,
  ];
}

function seasonText({ ratioOfRatios, previousYears }: Comparison, year: number): string {
  if (ratioOfRatios === null) return 'non corretto';
  const years = previousYears.map((back) => year - back).sort();
  return `rispetto al ${years.join(' e al ')}`;
}

function perDay({ meanPerDay }: Description): string {
  return meanPerDay === null ? 'nessun dato' : mean(meanPerDay, 'it');
}

/** Open days with data; counts on days of closure are no part of the coverage. */
function daysText({ coverage, expectedDays }: Description): string {
  return `${Math.round((coverage ?? 0) * expectedDays)}/${expectedDays}`;
}

function linesOf({ sentences: { it } }: Comparison): string[] {
  return [it.headline, ...it.notes, ...it.confounder, ...it.beginning, ...it.after];
}

/** What the interval is, said once for all channels. The caption of the dashed line is for a picture. */
function captionsOf({ channels }: Compare): string[] {
  return [...new Set(channels.flatMap(({ sentences: { it } }) => it.captions.slice(-1)))];
}

function bullet(sentence: string): string {
  return `  - ${sentence}`;
}

/** Columns padded to the same width, as text of a fixed pitch. */
function table(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('   ')
      .trimEnd(),
  );
}
