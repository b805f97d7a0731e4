// SPDX-License-Identifier: AGPL-3.0-or-later
// The sentences that answer in a minute: what came in, what changed most, what the law had closed.
import { isDemonstrated } from '../compare/verdict.ts';
import { channelWords } from '../compare/wording/channels.ts';
import { decimal, mean } from '../compare/wording/numbers.ts';
import type { Comparison } from '../compare-schema.ts';
import { headlineOf } from '../outcome.ts';
import { changeText } from './change.ts';
import { inMonth, type Month, monthName, monthsLater } from './month.ts';
import type { ChannelMonth } from './schema.ts';

/** Who is spoken of: channels in the order of the settings, with their figures. */
export interface Leading {
  month: Month;
  channels: readonly ChannelMonth[];
  /** Which channels are digital, by code. */
  digital: ReadonlySet<string>;
  /** Empty before the lockdown. */
  compared: readonly Comparison[];
}

/** At most three sentences. */
export function leadOf(leading: Leading): string[] {
  const ranked = rank(leading);
  const volumes = volumeSentence(leading, ranked);
  if (leading.compared.length === 0) return [volumes, ...monthSentence(leading)];
  const [first] = ranked;
  const second = leading.compared.find(
    (found) => found.closedByLaw && found !== first && headlineOf(found) !== null,
  );
  const said = [first, second ?? ranked[1]].filter((found) => found !== undefined);
  return [volumes, ...said.map(({ sentence }) => sentence.it)];
}

/** The digital channels, those first whose change is demonstrated and largest; then the others in their order. */
function rank({ compared, digital }: Leading): Comparison[] {
  const size = (found: Comparison) => {
    const ratio = headlineOf(found);
    if (ratio === null) return -1;
    return isDemonstrated(ratio.verdict) ? Math.abs(Math.log(ratio.estimate)) : 0;
  };
  return compared
    .filter(({ channel, before, during }) => digital.has(channel) && before.total + during.total > 0)
    .sort((a, b) => size(b) - size(a));
}

const MOST_VOLUMES = 2;

function volumeSentence({ month, channels, digital }: Leading, ranked: readonly Comparison[]): string {
  const order = ranked.map(({ channel }) => channel);
  const place = ({ channel }: ChannelMonth) =>
    order.includes(channel) ? order.indexOf(channel) : order.length;
  const known = channels
    .filter(({ channel, month }) => digital.has(channel) && month.total !== null)
    .sort((a, b) => place(a) - place(b))
    .slice(0, MOST_VOLUMES);
  if (known.length === 0) return `${capital(inMonth(month))} nessun canale digitale ha dati sufficienti.`;
  return `${capital(inMonth(month))} ${known.map(volume).join('; ')}.`;
}

/** "le chat sono state 218, in 19 giorni di apertura su 24: 11,5 al giorno (3,4 prima del lockdown)". */
function volume({ channel, label, month, beforeLockdown }: ChannelMonth): string {
  const { subject, ending } = channelWords(channel, label, 'it');
  const { total, perDay, daysWithData, expectedDays } = month;
  const days =
    daysWithData < expectedDays && !month.isTotalOnly
      ? `, in ${daysWithData} giorni di apertura su ${expectedDays}`
      : '';
  const level = beforeLockdown?.perDay ?? null;
  const before = level === null ? '' : ` (${mean(level, 'it')} prima del lockdown)`;
  const rate = perDay === null ? '' : `: ${mean(perDay, 'it')} per giorno di apertura${before}`;
  const start = subject.charAt(0).toLowerCase() + subject.slice(1);
  return `${start} sono stat${ending} ${decimal(total!, 0, 'it')}${days}${rate}`;
}

/** Without a lockdown to compare with: each channel against the month before. */
function monthSentence({ month, channels }: Leading): string[] {
  const known = channels.filter(({ onMonthBefore }) => onMonthBefore.kind !== 'none');
  if (known.length === 0) return [];
  const said = known.map(({ label, onMonthBefore }) => `${label} ${changeText(onMonthBefore)}`);
  return [
    `Rispetto a ${monthName(monthsLater(month, -1))}, per giorno di apertura: ${said.join('; ')}. Sono variazioni senza intervallo: da sole non dimostrano un cambiamento.`,
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
