// SPDX-License-Identifier: AGPL-3.0-or-later
// The answer to "what changed?" as one sentence, made from the data: figures, and what may be claimed of them.
import type { Compare, Comparison, Town } from '../api/schemas.ts';
import { headline, isDemonstrated, outcome, standing } from './comparison.ts';
import { capital, conjunction, interval, mean, ratio } from './format.ts';
import { it } from './i18n/it.ts';
import { type Key, plural, t } from './i18n/words.ts';
import { labelIn } from './labels.ts';

/** Keeps "e-mail" on one line. */
const WORD_JOINER = '\u2060';

type Channel = Town['channels'][number];

/** A piece of the sentence: the figure that answers is set apart, its interval stands back. */
export interface Piece {
  text: string;
  tone?: 'strong' | 'soft';
}

/** The sentence: the digital channel with the greatest demonstrated growth leads, the others follow by outcome. */
export function answer(comparisons: readonly Comparison[], channels: readonly Channel[]): Piece[] {
  const compared = comparisons
    .filter((channel) => standing(channel) === 'compared')
    .sort((a, b) => estimate(b) - estimate(a));
  const digital = compared.filter((channel) => find(channel, channels)?.digital);
  const lead = digital.find((channel) => outcome(channel) === 'increase') ?? digital[0] ?? compared[0];
  if (!lead) return [{ text: t('answer.none') }];
  const others = compared.filter((channel) => channel !== lead);
  return [...leading(lead, channels), ...following(others, channels)];
}

/** A figure that is not demonstrated stands back, and the sentence says so. */
function leading(lead: Comparison, channels: readonly Channel[]): Piece[] {
  const from = t('answer.from', {
    before: mean(lead.before.meanPerDay),
    during: mean(lead.during.meanPerDay),
  });
  const found = headline(lead);
  const claim = outcome(lead);
  const said = isDemonstrated(claim) ? '' : `, ${t(`verdict.${claim}`).toLowerCase()}`;
  return [
    { text: `${moved(lead.channel, labelIn(channels, lead.channel))} ${from} ` },
    { text: ratio(estimate(lead)), tone: isDemonstrated(claim) ? 'strong' : 'soft' },
    { text: ` (${found ? interval(found) : ''})`, tone: 'soft' },
    { text: `${said}. ` },
  ];
}

const GROUPS = ['increase', 'decrease', 'weak', 'none', 'law'] as const;

function following(others: readonly Comparison[], channels: readonly Channel[]): Piece[] {
  const parts = GROUPS.flatMap((group) => {
    const list = others.filter((comparison) => outcome(comparison) === group);
    return list.length === 0 ? [] : [plural(`answer.${group}`, list.length, '', names(list, channels))];
  });
  return parts.length > 0 ? [{ text: `${capital(parts.join('; '))}.` }] : [];
}

const names = (list: readonly Comparison[], channels: readonly Channel[]): string =>
  conjunction(list.map((c) => `${inside(labelIn(channels, c.channel))} (${ratio(estimate(c))})`));

/** What stands in brackets, and how the ratios were formed: corrected for the season by the years before, in part, or not. */
export function correction({ channels, during }: Compare): string {
  const compared = channels.filter((channel) => standing(channel) === 'compared');
  return `${plural('answer.interval', compared.length)} ${season(compared, during)}`;
}

function season(compared: readonly Comparison[], during: Compare['during']): string {
  const corrected = compared.filter((channel) => channel.headline === 'ratioOfRatios');
  if (corrected.length === 0) return t('answer.uncorrected');
  if (corrected.length < compared.length) return t('answer.partly');
  const year = Number(during.from.slice(0, 4));
  const years = [...new Set(corrected.flatMap(({ previousYears }) => previousYears))].sort((a, b) => a - b);
  return t('answer.corrected', { years: conjunction(years.map((earlier) => String(year - earlier))) });
}

/** A name within a sentence: small letters, unless it is an acronym such as PEC. */
const inside = (label: string): string =>
  (label === label.toUpperCase() ? label : label.toLowerCase()).replaceAll('-', `-${WORD_JOINER}`);

const estimate = (comparison: Comparison): number => headline(comparison)?.estimate ?? 0;

const find = ({ channel }: Comparison, channels: readonly Channel[]): Channel | undefined =>
  channels.find((c) => c.code === channel);

function moved(code: string, label: string): string {
  const key = `moved.${code}`;
  return key in it && key !== 'moved.other' ? t(key as 'moved.web') : t('moved.other', { label });
}

/**
 * What a channel counts, for so many of them.
 *
 * @example unit('chat', 1) // 'conversazione'
 */
export function unit(code: string, count: number): string {
  const known = `unit.${code}.one` in it ? code : 'other';
  return t(`unit.${known}.${count === 1 ? 'one' : 'other'}` as Extract<Key, `unit.${string}`>);
}
