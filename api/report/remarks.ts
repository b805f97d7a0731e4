// SPDX-License-Identifier: AGPL-3.0-or-later
// The part of a report that is words: what was missing, what happened, what the office says, how figures are made.
import { dayAndMonth, fullDate, italianDay, italianPeriod } from '../compare/wording/dates.ts';
import { coveragePercent } from '../compare/wording/numbers.ts';
import { phrasesOf } from '../compare/wording/said.ts';
import type { Report } from '../schemas/report.ts';
import { type Block, capital } from './blocks.ts';
import { numbersOf } from './figures.ts';
import { dayOf } from './scope.ts';

export function missingBlocks({ missing, channels }: Report): Block[] {
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

export function eventBlocks({ markers, holidays, notes, channels }: Report): Block[] {
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

export function commentBlocks({ comment }: Report): Block[] {
  if (comment === null) return [];
  const paragraphs = comment.text.split(/\n+/).filter((line) => line.trim() !== '');
  const by = `${comment.author}, ${fullDate(dayOf(comment.at), 'it')}`;
  return [
    { kind: 'heading', text: 'Nota dell’ufficio' },
    { kind: 'quote', paragraphs, by },
  ];
}

export function numberBlocks(report: Report): Block[] {
  const tables = numbersOf(report);
  if (tables.length === 0) return [];
  return [
    { kind: 'heading', text: 'I numeri dei grafici' },
    ...tables.map((table): Block => ({ kind: 'tables', tables: [table] })),
  ];
}

export function methodBlocks(report: Report): Block[] {
  const share = coveragePercent(0.5, 'it');
  const items = [
    'Ogni media è per giorno di apertura con dati, o per giorno lavorativo dove si dice. Un giorno senza dati non conta mai come zero; un giorno di chiusura non conta affatto.',
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

const uncapital = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
