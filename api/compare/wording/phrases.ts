// SPDX-License-Identifier: AGPL-3.0-or-later
// The sentences each language has to offer. What is said is decided in wording.ts, how in italian.ts and english.ts.
import type { SeasonReason } from '../season.ts';
import type { Verdict } from '../verdict.ts';
import type { ChannelWords } from './channels.ts';
import type { Dates } from './dates.ts';
import type { SaidRatio } from './numbers.ts';

/** The two means of a sentence, events a working day, as text. */
export interface SaidMeans {
  before: string;
  during: string;
}

/** A change that goes up or down, as said: `size` is the change without sign ("25 %"). */
export interface SaidChange {
  isIncrease: boolean;
  size: string;
  ratio: SaidRatio;
  /** "circa un decimo": a plain word for a small ratio, or null. */
  fraction: string | null;
}

/** Where the days of the jump lie; `unbounded`: they reach the end of what could be examined. */
export type JumpPlace = 'before' | 'after' | 'both' | 'lockdown' | 'between' | 'unbounded';

/** An unusual week beside the change during: in its direction, against it, or with no change demonstrated at all. */
export type WeekSense = 'begun' | 'opposite' | 'undecided';

export interface Phrases {
  changed(words: ChannelWords, change: SaidChange, means: SaidMeans, versus: string): string;
  unclear(words: ChannelWords, change: SaidChange, means: SaidMeans, versus: string): string;
  weak(words: ChannelWords, change: SaidChange, means: SaidMeans, versus: string, channels: number): string;
  measured(words: ChannelWords, change: SaidChange, means: SaidMeans): string;
  seasonChanged(years: string[], change: SaidChange): string;
  seasonUnclear(years: string[], change: SaidChange): string;
  seasonWeak(years: string[], change: SaidChange, channels: number): string;
  notSeasonal(reason: SeasonReason, year: string): string;
  sameSeason(): string;
  detectable(factor: string | null, size: string | null): string;
  /** `isDesk`: the desks of the town hall; of another channel its own doors are meant. */
  closedByOrder(isDesk: boolean): string;
  allZero(words: ChannelWords): string;
  /** `during`: the mean, or null without a day of data. */
  noBaseline(words: ChannelWords, days: number, during: string | null): string;
  activated(words: ChannelWords, day: string, during: string | null): string;
  zeroed(words: ChannelWords, before: string, days: number): string;
  tooSmall(words: ChannelWords, before: string, during: string): string;
  concentrated(words: ChannelWords, before: string, during: string): string;
  tooShort(words: ChannelWords, before: string | null, during: string | null): string;
  insufficient(words: ChannelWords, phases: [[number, number], [number, number]]): string;
  collectionChange(words: ChannelWords): string;
  noFit(words: ChannelWords): string;
  /** `isCompared`: whether anything was computed from those days. */
  missing(
    days: { data: number; open: number; coverage: string },
    runs: Dates[],
    others: number,
    isCompared: boolean,
  ): string;
  partial(lastDay: string, days: number, planned: number): string;
  lowCoverage(phase: 'before' | 'during' | 'after', coverage: string): string;
  shortPeriod(weeks: number): string;
  closedDayCounts(days: string[]): string;
  channelActivated(day: string): string;
  dependsOnChoices(): string;
  zeros(run: Dates, withZeros: SaidRatio | null, without: SaidRatio | null): string;
  confounder(): string;
  withoutWeek(week: Dates, change: SaidChange, isSeasonal: boolean): string;
  ordinaryWeek(week: Dates, excess: string, swing: string): string;
  unusualWeek(week: Dates, excess: string, swing: string, side: 'above' | 'below', sense: WeekSense): string;
  jump(days: Dates, place: JumpPlace): string;
  kept(share: string, low: string, high: string, isIncrease: boolean): string;
  keptUnknown(isIncrease: boolean): string;
  /** `years`: the previous years the ratio is corrected with, none when it is not. */
  after(change: SaidChange, verdict: Verdict, years: string[]): string;
  mix(
    shares: [string, string],
    points: [string, string, string] | null,
    totals: [string, string],
    closed: boolean,
    isShown: boolean,
  ): string;
  counterfactual(months: string): string;
  interval(): string;
}
