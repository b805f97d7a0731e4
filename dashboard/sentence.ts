// SPDX-License-Identifier: AGPL-3.0-or-later
// The answer to "what changed?" as one sentence, made from the data: figures in words, and no verdict.
import type { Comparison, Town } from '../api/schemas.ts';
import { standing } from './comparison.ts';
import { capital, conjunction, interval, mean, ratio } from './format.ts';
import { it } from './i18n/it.ts';
import { type Key, plural, t } from './i18n/words.ts';

/** Keeps "e-mail" on one line. */
const WORD_JOINER = '\u2060';

type Channel = Town['channels'][number];

/** A piece of the sentence: the figure that answers is set apart, its interval stands back. */
export interface Piece {
  text: string;
  tone?: 'strong' | 'soft';
}

/** The sentence: the digital channel that grew most leads, the others follow from high to low. */
export function answer(comparisons: readonly Comparison[], channels: readonly Channel[]): Piece[] {
  const compared = comparisons
    .filter((channel) => standing(channel) === 'compared')
    .sort((a, b) => estimate(b) - estimate(a));
  const lead = compared.find((channel) => find(channel, channels)?.digital) ?? compared[0];
  if (!lead) return [{ text: t('answer.none') }];
  const others = compared.filter((channel) => channel !== lead);
  return [...leading(lead, channels), ...following(others, channels)];
}

function leading(lead: Comparison, channels: readonly Channel[]): Piece[] {
  const from = t('answer.from', {
    before: mean(lead.before.meanPerDay),
    during: mean(lead.during.meanPerDay),
  });
  return [
    { text: `${moved(lead.channel, labelOf(lead, channels))} ${from} ` },
    { text: ratio(estimate(lead)), tone: 'strong' },
    { text: ` (${lead.ratio ? interval(lead.ratio) : ''})`, tone: 'soft' },
    { text: '. ' },
  ];
}

function following(others: readonly Comparison[], channels: readonly Channel[]): Piece[] {
  const free = others.filter((c) => !c.closedByLaw);
  const clear = free.filter((c) => !isUnclear(c));
  const said = (base: Parameters<typeof plural>[0], list: readonly Comparison[]) =>
    list.length === 0 ? [] : [plural(base, list.length, '', names(list, channels))];
  const parts = [
    ...said(
      'answer.higher',
      clear.filter((c) => estimate(c) >= 1),
    ),
    ...said(
      'answer.lower',
      clear.filter((c) => estimate(c) < 1),
    ),
    ...said('answer.unclear', free.filter(isUnclear)),
    ...said(
      'answer.law',
      others.filter((c) => c.closedByLaw),
    ),
  ];
  return parts.length > 0 ? [{ text: `${capital(parts.join('; '))}.` }] : [];
}

const names = (list: readonly Comparison[], channels: readonly Channel[]): string =>
  conjunction(list.map((c) => `${inside(labelOf(c, channels))} (${ratio(estimate(c))})`));

const isUnclear = ({ ratio }: Comparison): boolean => ratio !== null && ratio.low <= 1 && ratio.high >= 1;

/** A name within a sentence: small letters, unless it is an acronym such as PEC. */
const inside = (label: string): string =>
  (label === label.toUpperCase() ? label : label.toLowerCase()).replaceAll('-', `-${WORD_JOINER}`);

const estimate = (comparison: Comparison): number => comparison.ratio?.estimate ?? 0;

const find = ({ channel }: Comparison, channels: readonly Channel[]): Channel | undefined =>
  channels.find((c) => c.code === channel);

const labelOf = (comparison: Comparison, channels: readonly Channel[]): string =>
  find(comparison, channels)?.label ?? comparison.channel;

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
