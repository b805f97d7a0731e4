// SPDX-License-Identifier: AGPL-3.0-or-later
// What the headings, first columns and titles of an office's table say: which day, month, year or channel is meant.
import { channelCode, type NamedChannels } from '../../sql/channels.ts';
import type { Day } from '../../sql/vocabulary.ts';
import { isWeekday, italianMonth, orderedDay } from '../civil.ts';

/** What is known of a number's place. A heading, a label and a title each say a part; together they say all. */
export interface Place {
  day?: Day;
  year?: number;
  month?: number;
  /** The day of the month. */
  date?: number;
  channel?: string;
}

/** What the labels of a column are; `any`: a column without a heading. */
export type LabelKind = 'day' | 'month' | 'year' | 'channel' | 'any';

const LABEL_NAMES: Readonly<Record<Exclude<LabelKind, 'any'>, RegExp>> = {
  day: /^(?:data|giorn[oi]|gg|day|date|giorno del mese)$/,
  month: /^(?:mes[ei]|month|mm)$/,
  year: /^(?:ann[oi]|year)$/,
  channel: /^(?:canal[ei]|channel|servizio|tipo contatto|modalità)$/,
};

/** Words around the name of a channel: `N. telefonate ricevute`, `Accessi allo sportello`. */
const AROUND =
  /(?:^|\s)(?:n\.?|nr\.?|num\.?|numero|contatti|accessi|richieste|ricevut[aei]|arrivat[aei]|in arrivo|in entrata|via|per|di|a|al|allo|da|dallo)(?=\s|$)/g;
const LEFT_OUT =
  /^(?:not[ae]|osservazion[ei]|operator[ei]|operatrice|sigla|(?:n\. ?)?settimana|giorno (?:della )?settimana|tot\b.*|total[ei]\b.*|somma|complessiv[oi]|medi[ae]\b.*|%.*|var\b.*|variazione.*|differenza.*)$/;
const SUMMARY = /^(?:tot\b|total[ei]\b|somma\b|sommano\b|complessiv[oi]\b)/i;
const AVERAGE = /^(?:medi[ae]\b|%)/i;

/** The kind of labels that a column with this heading has. */
export function labelKind(heading: string): LabelKind | undefined {
  const name = plain(heading);
  const kinds = Object.entries(LABEL_NAMES) as [Exclude<LabelKind, 'any'>, RegExp][];
  return kinds.find(([, pattern]) => pattern.test(name))?.[0];
}

/** Whether a column holds plain counts, whose channel and time stand elsewhere. */
export function isCountHeading(heading: string): boolean {
  return /^(?:(?:n\.?|numero|totale)? ?(?:contatti|accessi|richieste)|conteggio|count|numero|n\.?)$/.test(
    plain(heading),
  );
}

/** Whether a column is known to hold nothing that is counted: notes, totals, who was on duty. */
export function isLeftOut(heading: string): boolean {
  return LEFT_OUT.test(plain(heading)) || isWeekday(heading);
}

/** Whether a row sums up (`totale`) or averages other rows, by its labels. */
export function summaryOf(labels: readonly string[]): 'total' | 'average' | undefined {
  const words = labels.map((label) => label.trim());
  if (words.some((word) => SUMMARY.test(word))) return 'total';
  return words.some((word) => AVERAGE.test(word)) ? 'average' : undefined;
}

/** What a heading over a column of numbers says: a channel, a month, a year. */
export function headingPlace(settings: NamedChannels, heading: string): Place | undefined {
  const channel = channelNamed(settings, heading);
  return channel ? { channel } : (monthOrYear(heading) ?? undefined);
}

/** What a label at the beginning of a row says; undefined when it is none. */
export function labelPlace(settings: NamedChannels, kind: LabelKind, text: string): Place | undefined {
  const label = text.trim();
  if (kind === 'channel') return channelPlace(settings, label);
  if (kind === 'day') return dayLabelPlace(label);
  if (kind === 'month' && /^\d{1,2}$/.test(label)) return within(12, label, 'month');
  const found = monthOrYear(label) ?? dayPlace(label);
  if (found || kind !== 'any') return found;
  return isWeekday(label) ? {} : channelPlace(settings, label);
}

/** Here `mar` is Tuesday: `mar`, `mar 10`, `10`, `mar 10/03/2020`, `martedì 10 marzo 2020`. */
function dayLabelPlace(label: string): Place | undefined {
  if (isWeekday(label)) return {};
  const [, weekday = '', rest = ''] = /^(\p{L}+['’.]?),?\s+(\d.*)$/u.exec(label) ?? [];
  const bare = isWeekday(weekday) ? rest : label;
  if (/^\d{1,2}$/.test(bare)) return within(31, bare, 'date');
  return dayPlace(bare) ?? monthOrYear(label);
}

/** What the lines above a table say for all of it: a month, a year, a channel, each when there is one only. */
export function titlePlace(settings: NamedChannels, cells: readonly string[]): Place {
  const words = cells.join(' ').split(/[^\p{L}\p{N}-]+/u);
  const year = only(words.filter((word) => /^(?:19|20)\d\d$/.test(word)).map(Number));
  const month = only(words.filter((word) => word.length > 4).map((word) => italianMonth(word)));
  const channel = only(words.map((word) => channelCode(settings, word)));
  return {
    ...(year && { year }),
    ...(month && { month }),
    ...(channel && { channel }),
  };
}

/** A row with nothing but a month or a year, which begins a new part of the table. */
export function partPlace(cells: readonly string[]): Place | undefined {
  const [said, ...more] = cells.filter((cell) => cell.trim() !== '');
  return said === undefined || more.length > 0 ? undefined : monthOrYear(said.trim());
}

function channelPlace(settings: NamedChannels, text: string): Place | undefined {
  const channel = channelNamed(settings, text);
  return channel ? { channel } : undefined;
}

function channelNamed(settings: NamedChannels, text: string): string | undefined {
  const name = plain(text);
  return channelCode(settings, name) ?? channelCode(settings, name.replace(AROUND, ' ').trim());
}

/** `marzo`, `mar-20`, `Marzo 2020`, `2020-03`, `03/2020`, `2020`, `anno 2020`. */
function monthOrYear(text: string): Place | undefined {
  const [, one = '', two = ''] = /^(\d{4}|\d{1,2})[-/.](\d{4}|\d{1,2})$/.exec(text) ?? [];
  if (one.length === 4) return yearMonth(one, two);
  if (two.length === 4) return yearMonth(two, one);
  const year = /^(?:anno )?((?:19|20)\d\d)$/i.exec(text)?.[1];
  if (year) return { year: Number(year) };
  const [, name = '', of] = /^(\p{L}+)\.?(?:[\s/.'’-]+((?:19|20)?\d\d))?$/u.exec(text) ?? [];
  const month = italianMonth(name);
  if (month === undefined) return undefined;
  return of ? { month, year: fullYear(of) } : { month };
}

function yearMonth(year: string, month: string): Place | undefined {
  return Number(month) >= 1 && Number(month) <= 12 ? { year: Number(year), month: Number(month) } : undefined;
}

function fullYear(text: string): number {
  return Number(text.padStart(4, '20'));
}

/** `10/03/2020`, `10/03/20`, `10/03`, `10 marzo 2020`, `10-mar`; undefined when there is no such day. */
function dayPlace(text: string): Place | undefined {
  const day = orderedDay(text, 'day');
  if (day) return { day };
  const [, date = '', between = '', year = ''] =
    /^(\d{1,2})°?[\s/.-]+(\p{L}+\.?|\d{1,2})(?:[\s/.-]+((?:19|20)?\d\d))?$/u.exec(text) ?? [];
  const month = /^\d+$/.test(between) ? Number(between) : italianMonth(between);
  if (date === '' || month === undefined || month > 12) return undefined;
  if (year === '') return { date: Number(date), month };
  const whole = orderedDay(`${date}/${month}/${year}`, 'day');
  return whole ? { day: whole } : undefined;
}

function within(most: number, text: string, key: 'date' | 'month'): Place | undefined {
  const number = Number(text);
  return number >= 1 && number <= most ? { [key]: number } : undefined;
}

function only<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  const different = new Set(values.filter((value) => value !== undefined));
  return different.size === 1 ? [...different][0] : undefined;
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
}
