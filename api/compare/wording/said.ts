// SPDX-License-Identifier: AGPL-3.0-or-later
// Figures as they are said: what the phrases of a language are filled with.
import { formatDay } from '../calendar.ts';
import type { ChannelResult } from '../channel.ts';
import type { DayRange } from '../statistics/rate-ratio.ts';
import { yearsEarlier } from '../statistics/ratio-of-ratios.ts';
import { type ChannelWords, channelWords } from './channels.ts';
import type { Dates } from './dates.ts';
import { ENGLISH } from './english.ts';
import { ITALIAN } from './italian.ts';
import { changeSize, type Language, mean, saidRatio } from './numbers.ts';
import type { Phrases, SaidChange, SaidMeans } from './phrases.ts';

/** What the sentences need beside the figures. */
export interface Setting {
  /** The name of a channel the town has added; the default channels have words of their own. */
  label: string;
  phases: { before: DayRange; during: DayRange };
  /** The days of the marker's week, or null. */
  markerWeek: Dates | null;
  /** Channels judged together in the table. */
  channels: number;
  /** An online channel: the fixed sentence on the three causes goes with its figures. */
  isOnline: boolean;
  /** The phases are those of the lockdown of 2020; of others nothing is said about causes, markers or jumps. */
  isLockdown: boolean;
}

/** A result, its setting and a language. */
export interface Speech {
  result: ChannelResult;
  setting: Setting;
  language: Language;
}

/** The phrases of a language. */
export function phrasesOf(language: Language): Phrases {
  return language === 'it' ? ITALIAN : ENGLISH;
}

/** The calendar year of the same weeks `years` years earlier. */
export function previousYear({ phases }: Setting, years: number): string {
  return formatDay(yearsEarlier(phases.during, years).from).slice(0, 4);
}

/** The words for the channel of a speech. */
export function wordsOf({ result, setting, language }: Speech): ChannelWords {
  return channelWords(result.channel, setting.label, language);
}

/** A ratio as it is said. */
export function saidChange(
  ratio: { estimate: number; low: number; high: number },
  language: Language,
): SaidChange {
  return {
    isIncrease: ratio.estimate > 1,
    size: changeSize(ratio.estimate, language),
    ratio: saidRatio(ratio, language),
    fraction: fractionOf(ratio.estimate, language),
  };
}

/** The two standardised means as they are said. */
export function saidMeans({ means }: ChannelResult, language: Language): SaidMeans {
  return { before: mean(means!.before, language), during: mean(means!.during, language) };
}

const FRACTIONS: [number, Record<Language, string>][] = [
  [0.1, { it: 'circa un decimo', en: 'about a tenth' }],
  [0.2, { it: 'circa un quinto', en: 'about a fifth' }],
  [0.25, { it: 'circa un quarto', en: 'about a quarter' }],
  [1 / 3, { it: 'circa un terzo', en: 'about a third' }],
  [0.5, { it: 'circa la metà', en: 'about half' }],
];

/** A plain word for a ratio within a tenth of a common fraction, or null. */
function fractionOf(ratio: number, language: Language): string | null {
  const near = FRACTIONS.find(([value]) => Math.abs(ratio / value - 1) <= 0.1);
  return near ? near[1][language] : null;
}
