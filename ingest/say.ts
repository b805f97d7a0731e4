// SPDX-License-Identifier: AGPL-3.0-or-later
// What the command says: Italian words, numbers and dates.
import { basename } from 'node:path';
import type { Load } from './journal.ts';
import type { Outcome } from './load.ts';
import { maskFileName } from './mask.ts';

const number = new Intl.NumberFormat('it-IT', {
  useGrouping: 'always',
} as unknown as Intl.NumberFormatOptions);
const date = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'UTC' });

/** `1.234`, `1 riga` or `2 righe`. */
export function counted(count: number, one: string, many: string): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}

/** `10 marzo 2020`. */
export function longDate(day: string): string {
  return date.format(new Date(`${day}T00:00:00Z`));
}

const DONE = { committed: 'caricato', refused: 'RIFIUTATO, non è stato preso nulla' };
const TRIAL = { committed: 'si può caricare', refused: 'sarebbe RIFIUTATO: troppe righe scartate' };

/** A file as it is called where people read: by the name they typed on their own screen; in a log, as names are kept. */
export function saidFile(file: string, isScreen = process.stdout.isTTY): string {
  return isScreen ? file : maskFileName(basename(file));
}

/** The lines that tell what became of a file. */
export function outcomeLines(file: string, outcome: Outcome, isTrial = false): string[] {
  const title = outcome.plan.source.title;
  if (outcome.state === 'unchanged') {
    return [
      `${saidFile(file)}: già caricato, non cambia nulla`,
      field('fonte', title),
      field('carico', outcome.load),
    ];
  }
  return [
    `${saidFile(file)}: ${isTrial ? TRIAL[outcome.state] : DONE[outcome.state]}`,
    field('fonte', `${title}; ${layoutWords(outcome)}`),
    field('righe', rowWords(outcome)),
    ...[...outcome.skipped]
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => field('', `${number.format(count)} ${name}`)),
    ...(outcome.first && outcome.last ? [field('giorni', dayWords(outcome))] : []),
    ...rejectedLines(outcome),
    ...(isTrial ? ['  Prova: non è stato salvato nulla.'] : [field('carico', outcome.load)]),
  ];
}

function layoutWords({ plan: { layout, delimiter, source, start } }: Outcome): string {
  if (layout.workbook) return layout.workbook.words();
  const table =
    source.records === 'rows' ? `, separatore ${delimiter === '\t' ? 'tabulazione' : delimiter}` : '';
  const notice = source.notice ? `, ${source.notice(start)}` : '';
  const packed = layout.compression ? `, compresso ${layout.compression}` : '';
  return `codifica ${layout.encoding}${packed}${table}${notice}`;
}

/** Where a row gives several counts, what is taken in are counts, not rows. */
function rowWords({ rows, rejected, skipped, plan: { source } }: Outcome): string {
  const left = [...skipped.values()].reduce((sum, count) => sum + count, 0);
  const taken =
    source.metrics.length > 1
      ? counted(rows, 'conteggio preso', 'conteggi presi')
      : counted(rows, 'presa', 'prese');
  const words = [taken, counted(rejected, 'scartata', 'scartate')];
  return left === 0 ? words.join(', ') : `${words.join(', ')}, ${number.format(left)} che non sono contatti:`;
}

function dayWords({ days, first, last }: Outcome): string {
  return `${number.format(days)}, dal ${longDate(first ?? '')} al ${longDate(last ?? '')}`;
}

function rejectedLines({ rejected, rejectedRows, load }: Outcome): string[] {
  if (rejected === 0) return [];
  const lines = rejectedRows.map(({ line, column, value, reason }) => {
    const place = column ? `, colonna ${column}` : '';
    return field('', `riga ${number.format(line)}${place}${value ? `, «${value}»` : ''}: ${reason}`);
  });
  const more = rejected - rejectedRows.length;
  const rest =
    more > 0
      ? [field('', `e altre ${number.format(more)}: npm run affluenza -- loads rejected ${load}`)]
      : [];
  return [field('scartate', ''), ...lines, ...rest];
}

/** One line of the list of loads. */
export function loadLine({ id, state, source, file, rows, rejected, firstDay, lastDay }: Load): string {
  const days = firstDay && lastDay ? `${firstDay}..${lastDay}` : '';
  const states = { started: 'interrotto', committed: 'caricato', revoked: 'annullato', refused: 'rifiutato' };
  return [
    id,
    states[state].padEnd(10),
    source.padEnd(10),
    String(rows).padStart(9),
    String(rejected).padStart(6),
    days.padEnd(22),
    file,
  ].join('  ');
}

export function field(name: string, text: string): string {
  return `  ${name.padEnd(9)}${text}`.trimEnd();
}
