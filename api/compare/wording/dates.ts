// SPDX-License-Identifier: AGPL-3.0-or-later
// Days and periods in words, from YYYY-MM-DD.
import type { Language } from './numbers.ts';

/** A period of civil days, both included. */
export interface Dates {
  from: string;
  to: string;
}

const MONTHS: Record<Language, readonly string[]> = {
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const EARLY = 10;
const MIDDLE = 20;

/** "10 marzo", "1º gennaio"; "10 March". */
export function dayAndMonth(day: string, language: Language): string {
  return `${dayOfMonth(day, language)} ${monthOf(day, language)}`;
}

/** "10 marzo 2020"; "10 March 2020". */
export function fullDate(day: string, language: Language): string {
  return `${dayAndMonth(day, language)} ${day.slice(0, 4)}`;
}

/** "2–8 marzo", "29 febbraio–6 marzo"; one day alone as such. */
export function shortPeriod({ from, to }: Dates, language: Language): string {
  if (from === to) return dayAndMonth(from, language);
  const start = sameMonth({ from, to }) ? dayOfMonth(from, language) : dayAndMonth(from, language);
  return `${start}\u2013${dayAndMonth(to, language)}`;
}

/** "dal 3 all’8 febbraio", "dal 29 febbraio al 2 marzo", "il 5 marzo". */
export function italianPeriod({ from, to }: Dates): string {
  if (from === to) return italianDay('il', from);
  const start = sameMonth({ from, to })
    ? joined('dal', from, dayOfMonth(from, 'it'))
    : italianDay('dal', from);
  return `${start} ${italianDay('al', to)}`;
}

/** "il 3 e l’11 febbraio", "il 29 febbraio e il 2 marzo": what stands between two dates. */
export function italianBetween({ from, to }: Dates): string {
  const start = sameMonth({ from, to }) ? joined('il', from, dayOfMonth(from, 'it')) : italianDay('il', from);
  return `${start} e ${italianDay('il', to)}`;
}

/** "il 5 marzo", "l’8 marzo", "dall’11 marzo": the preposition joined to a date. */
export function italianDay(preposition: ItalianArticle, day: string): string {
  return joined(preposition, day, dayAndMonth(day, 'it'));
}

/** "from 3 to 8 February", "on 5 March". */
export function englishPeriod({ from, to }: Dates): string {
  if (from === to) return `on ${dayAndMonth(from, 'en')}`;
  const start = sameMonth({ from, to }) ? dayOfMonth(from, 'en') : dayAndMonth(from, 'en');
  return `from ${start} to ${dayAndMonth(to, 'en')}`;
}

/** "gennaio–inizio marzo"; "January to early March": a phase named by its months. */
export function monthsOf({ from, to }: Dates, language: Language): string {
  const [start, end] = [monthStart(from, language), monthEnd(to, language)];
  if (start === end) return start;
  const joint = language === 'it' ? '\u2013' : ' to ';
  if (!sameMonth({ from, to })) return start + joint + end;
  const [first, last] = [partOfMonth(from, language), partOfMonth(to, language)];
  return first === last ? first : first.split(' ')[0] + joint + last;
}

type ItalianArticle = 'il' | 'dal' | 'al' | 'del';
const ELIDED: Record<ItalianArticle, string> = { il: 'l’', dal: 'dall’', al: 'all’', del: 'dell’' };
const BEFORE_ZERO: Record<ItalianArticle, string> = { il: 'lo', dal: 'dallo', al: 'allo', del: 'dello' };

/** An article before a number in figures: "il 25 %", "l’8 %", "dell’11 %", "dello 0,3 %". */
export function beforeNumber(article: ItalianArticle, text: string): string {
  if (/^0/.test(text)) return `${BEFORE_ZERO[article]} ${text}`;
  // Uno, otto, undici, ottanta and what begins like them.
  return /^(8|11(?!\d)|1(?![\d.]))/.test(text) ? ELIDED[article] + text : `${article} ${text}`;
}

function joined(article: ItalianArticle, day: string, text: string): string {
  // The first of the month is read "primo": no elision, unlike the number 1.
  return dayNumberOf(day) === 1 ? `${article} ${text}` : beforeNumber(article, text);
}

function monthStart(day: string, language: Language): string {
  return dayNumberOf(day) <= EARLY ? monthOf(day, language) : partOfMonth(day, language);
}

function monthEnd(day: string, language: Language): string {
  const nextDay = new Date(Date.parse(day) + 86_400_000).getUTCDate();
  return nextDay === 1 ? monthOf(day, language) : partOfMonth(day, language);
}

function partOfMonth(day: string, language: Language): string {
  const part = dayNumberOf(day) <= EARLY ? 0 : dayNumberOf(day) <= MIDDLE ? 1 : 2;
  const words = { it: ['inizio', 'metà', 'fine'], en: ['early', 'mid', 'late'] }[language];
  return `${words[part]} ${monthOf(day, language)}`;
}

function sameMonth({ from, to }: Dates): boolean {
  return from.slice(0, 7) === to.slice(0, 7);
}

function dayOfMonth(day: string, language: Language): string {
  return language === 'it' && dayNumberOf(day) === 1 ? '1º' : String(dayNumberOf(day));
}

function dayNumberOf(day: string): number {
  return Number(day.slice(8));
}

function monthOf(day: string, language: Language): string {
  return MONTHS[language][Number(day.slice(5, 7)) - 1]!;
}
