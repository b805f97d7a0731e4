// SPDX-License-Identifier: AGPL-3.0-or-later
// A report in the order in which it is read: a first sheet for a minute, then the tables and what must be known of them.
import type { ChannelSettings } from '../../sql/settings.ts';
import { dayAndMonth, italianDay, italianPeriod } from '../compare/wording/dates.ts';
import { coveragePercent } from '../compare/wording/numbers.ts';
import { phrasesOf } from '../compare/wording/said.ts';
import type { Block, Document } from './blocks.ts';
import { figuresOf, numbersOf } from './figures.ts';
import { monthName, monthsLater, monthTitle } from './month.ts';
import type { FullReport } from './read.ts';
import type { Division, Report } from './schema.ts';
import { untilText } from './scope.ts';
import { channelsNotes, channelsTable, divisionTable, kindsTable, workingDays } from './tables.ts';

/** The report as it is read; `channels` are those of the settings. */
export function documentOf({ report, compared }: FullReport, channels: readonly ChannelSettings[]): Document {
  const { month, isOver, until } = report;
  const name = monthTitle(month);
  const cut = isOver ? '' : `, ${untilText(until)},`;
  return {
    town: report.town,
    title: report.title,
    heading: `${capital(name)}${cut} in un minuto`,
    running: `Relazione mensile, ${name}`,
    foot: `Dati ${untilText(until)} · metodo ${report.methodVersion}`,
    warning: report.demonstration ? 'Dati dimostrativi, inventati' : '',
    until,
    sheets: [
      [
        ...said('small', [report.scope]),
        ...said('lead', report.lead),
        // Before the lockdown there is no comparison to draw: the months come at once.
        ...(compared ? figuresOf(compared, report, channels) : channelBlocks(report)),
      ],
      [
        ...(compared ? channelBlocks(report) : []),
        ...divisionBlocks('Modi di contatto', report, report.ways),
      ],
      [
        ...divisionBlocks('Argomenti', report, report.subjects),
        ...practiceBlocks(report),
        ...suppressionNote(report),
      ],
      [
        ...missingBlocks(report),
        ...eventBlocks(report),
        ...commentBlocks(report),
        ...numberBlocks(report),
        ...methodBlocks(report),
      ],
    ].filter((sheet) => sheet.length > 0),
  };
}

function channelBlocks(report: Report): Block[] {
  return [
    { kind: 'heading', text: 'Canali, mese per mese' },
    { kind: 'tables', tables: [channelsTable(report)] },
    ...said('small', channelsNotes(report)),
  ];
}

function divisionBlocks(title: string, report: Report, divisions: readonly Division[]): Block[] {
  if (divisions.length === 0) return [];
  return [
    { kind: 'heading', text: title },
    { kind: 'tables', tables: divisions.map((division) => divisionTable(report, division)) },
  ];
}

function practiceBlocks({ month, until, practices }: Report): Block[] {
  if (practices === null || practices.kinds.length === 0) return [];
  const table = kindsTable(month, practices);
  return [
    { kind: 'heading', text: 'Pratiche per tipo' },
    { kind: 'tables', tables: [table] },
    ...said('small', closingSentences(month, until, practices)),
  ];
}

function closingSentences(
  month: string,
  until: string,
  practices: NonNullable<Report['practices']>,
): string[] {
  if (!practices.closingKnown) return ['Nessun file dice quando le pratiche sono state chiuse.'];
  const { closed, closing, total } = practices.before;
  const before = monthName(monthsLater(month, -1));
  const known = 'count' in closed && total !== null && total > 0 && closing !== null;
  const all = known
    ? [
        `Delle ${total} pratiche di ${before}, ${closed.count} risultavano chiuse ${italianDay('il', until)}: metà entro ${workingDays(closing.median)} giorni lavorativi, 9 su 10 entro ${workingDays(closing.p90)}.`,
      ]
    : [];
  return [
    ...all,
    `I tempi sono quelli delle pratiche di ${before}: di quelle di ${monthName(month)} sarebbero chiuse solo le più rapide. n.d.: meno di ${practices.leastClosed} pratiche chiuse, o voce non mostrata.`,
  ];
}

function suppressionNote({ ways, subjects, practices }: Report): Block[] {
  const threshold = [...ways, ...subjects, ...(practices ? [practices] : [])].find(
    ({ suppression }) => suppression !== null,
  )?.suppression?.threshold;
  if (threshold === undefined) return [];
  const text = `Per riservatezza non si mostrano i conteggi da 1 a ${threshold - 1}; «oscurato»: voce nascosta perché dal totale non se ne ricavi un’altra.`;
  return said('small', [text]);
}

function missingBlocks({ missing, channels }: Report): Block[] {
  const complete = channels.filter(({ channel }) => !missing.some((each) => each.channel === channel));
  const items = [
    ...missing.map(({ label, sentences }) => `${label}: ${uncapital(sentences.join(' '))}`),
    ...(complete.length > 0 && missing.length > 0
      ? [`Dati completi: ${complete.map(({ label }) => label).join(', ')}.`]
      : []),
  ];
  const none = 'Nulla: tutti i canali hanno dati per ogni giorno di apertura.';
  return [
    { kind: 'heading', text: 'Che cosa mancava' },
    items.length === 0 ? { kind: 'text', text: none } : { kind: 'list', items },
  ];
}

function eventBlocks({ markers, holidays, notes, channels }: Report): Block[] {
  const labelOf = (code: string | null) => channels.find(({ channel }) => channel === code)?.label;
  const items = [
    ...markers.map(({ day, label }) => `${capital(dayAndMonth(day, 'it'))}: ${label}.`),
    ...notes.map(({ from, to, text, channel }) => {
      const about = labelOf(channel);
      return `${capital(italianPeriod({ from, to }))}${about ? `, ${about}` : ''}: ${text}`;
    }),
    ...(holidays.length > 0
      ? [`Giorni festivi oltre alle domeniche: ${holidays.map((day) => dayAndMonth(day, 'it')).join(', ')}.`]
      : []),
  ];
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: 'Eventi e note del mese' },
    { kind: 'list', items },
  ];
}

function commentBlocks({ comment }: Report): Block[] {
  if (comment === null) return [];
  const paragraphs = comment.text.split(/\n+/).filter((line) => line.trim() !== '');
  const by = `${comment.author}, ${dayAndMonth(comment.at.slice(0, 10), 'it')} ${comment.at.slice(0, 4)}`;
  return [
    { kind: 'heading', text: 'Nota dell’ufficio' },
    { kind: 'quote', paragraphs, by },
  ];
}

function numberBlocks(report: Report): Block[] {
  const tables = numbersOf(report);
  if (tables.length === 0) return [];
  return [
    { kind: 'heading', text: 'I numeri dei grafici' },
    ...tables.map((table): Block => ({ kind: 'tables', tables: [table] })),
  ];
}

function methodBlocks(report: Report): Block[] {
  const share = coveragePercent(0.5, 'it');
  const items = [
    'Ogni media è per giorno di apertura con dati. Un giorno senza dati non conta mai come zero; un giorno di chiusura non conta affatto.',
    ...(report.comparison
      ? [
          'Il rapporto confronta lunedì con lunedì, domenica con domenica, festa con festa; dove ci sono i dati degli anni precedenti tiene conto dell’andamento delle stesse settimane.',
          phrasesOf('it').interval(),
          'L’esito tiene conto di tutti i canali confrontati insieme: più canali si guardano, più è facile che uno sembri cambiato per caso.',
        ]
      : []),
    `Con dati per meno del ${share} dei giorni di apertura non si dà alcuna cifra.`,
    `Nessun dato successivo ${italianDay('al', report.until)} entra in questa relazione.`,
    'Un contatto è un atto, non una persona: la stessa persona può farne molti.',
    `Metodo ${report.methodVersion}, versione dei dati ${report.dataVersion}.`,
  ];
  return [
    { kind: 'heading', text: 'Metodo' },
    { kind: 'box', items },
  ];
}

function said(kind: 'small' | 'lead', sentences: readonly string[]): Block[] {
  return sentences.map((text) => ({ kind, text }));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const uncapital = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
