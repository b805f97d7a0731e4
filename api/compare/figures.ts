// SPDX-License-Identifier: AGPL-3.0-or-later
// The figures of a channel whose counts allow a comparison of before and during.
import { type CounterfactualDay, flatLevel, type Trend, trend } from './counterfactual.ts';
import { type Jump, jump } from './jump.ts';
import type { DayRow } from './opening.ts';
import { daysWithData, openDaysIn } from './opening.ts';
import { markerBefore, type Phases, weekOf } from './phases.ts';
import { partsBeyondGaps, type Sensitivity, without } from './sensitivity.ts';
import { contrast, standardErrors } from './statistics/inference.ts';
import type { Failure } from './statistics/model.ts';
import { neweyWest } from './statistics/newey-west.ts';
import {
  type DayCount,
  type DayRange,
  extraEvents,
  type RateRatio,
  rateRatio,
  standardisedMean,
} from './statistics/rate-ratio.ts';
import { type JudgedRatio, judge } from './verdict.ts';

/** What the figures are computed from. */
export interface Material {
  rows: readonly DayRow[];
  phases: Phases;
  markers: readonly number[];
  workingDayTypes: readonly number[];
  openDaysPerWeek: number;
  earlyEnd: number | null;
  suspiciousZeros: readonly DayRange[];
}

/** What the drawer says about the calculation of the ratio. */
export interface Method {
  /** Days in the model, and its coefficients. */
  observations: number;
  parameters: number;
  dispersion: number;
  standardErrors: { quasi: number; weekly: number; fortnightly: number | null };
  /** Seven-day blocks with data, before and during; and fourteen-day blocks. */
  weeks: number[];
  fortnights: number[];
  /** The Newey-West interval (7 lags, normal quantile), for comparison only. */
  neweyWest: { standardError: number; low: number; high: number };
}

export interface Figures extends Jump {
  ratio: JudgedRatio | null;
  /** Standardised means a working day: the two numbers of the sentence. */
  means: { before: number; during: number } | null;
  /** Events during beyond the level of before. */
  extraEvents: { estimate: number; low: number; high: number } | null;
  /** The level of before, day type by day type, over the open days of the phase during. */
  counterfactual: CounterfactualDay[];
  interruptedSeries: Trend | null;
  sensitivity: Sensitivity[];
  method: Method | null;
}

/** The figures of a channel that cannot be compared. */
export const NO_FIGURES: Figures = {
  ratio: null,
  means: null,
  extraEvents: null,
  withoutMarkerWeek: null,
  markerWeek: null,
  changePoint: null,
  counterfactual: [],
  interruptedSeries: null,
  sensitivity: [],
  method: null,
};

const NORMAL_QUANTILE = 1.959963984540054;

/** All figures, or the reason why the ratio itself cannot be had. */
export function figures(material: Material): Figures | Failure {
  const { rows, phases, workingDayTypes } = material;
  const days = daysWithData(rows);
  const compared = rateRatio(days, phases.before, phases.during);
  if (typeof compared === 'string') return compared;
  const before = standardisedMean(compared.model.fit, workingDayTypes);
  const openDays = openDaysIn(rows, phases.during);
  return {
    ratio: judge([compared.ratio])[0]!,
    means: { before, during: before * compared.ratio.estimate },
    extraEvents: extraEvents(totalDuring(compared), compared.ratio),
    ...jump(days, material),
    counterfactual: flatLevel(compared.model, openDays),
    interruptedSeries: trend(days, phases, openDays),
    sensitivity: strip(days, material, compared),
    method: methodOf(compared, [...openDaysIn(rows, phases.before), ...openDays]),
  };
}

function totalDuring({ model }: RateRatio): number {
  return model.observations.reduce((sum, o) => sum + (o.cell === 1 ? o.count : 0), 0);
}

/** The strip without its comparison with previous years, which is no matter of the two phases alone. */
function strip(days: readonly DayCount[], material: Material, { ratio }: RateRatio): Sensitivity[] {
  const { phases, rows, earlyEnd, suspiciousZeros } = material;
  const marker = markerBefore(material.markers, phases);
  const beyondGaps = [phases.before, phases.during].flatMap((phase) => partsBeyondGaps(rows, phase));
  const left: [Sensitivity['variant'], readonly DayRange[]][] = [
    ['without_marker_week', marker === null ? [] : [weekOf(marker, phases)]],
    ['before_ends_early', earlyEnd === null ? [] : [{ from: earlyEnd + 1, to: phases.before.to }]],
    ['without_suspicious_zeros', suspiciousZeros],
    ['without_part_beyond_gap', beyondGaps],
  ];
  const asConfigured: Sensitivity = { variant: 'as_configured', ratio, reason: null };
  const tried = left.filter(([, ranges]) => ranges.length > 0);
  return [asConfigured, ...tried.map(([variant, ranges]) => without(variant, days, phases, ranges))];
}

function methodOf(
  { model, logRatio }: RateRatio,
  openDays: readonly { day: number; dayType: number }[],
): Method {
  const error = neweyWest(model, openDays);
  const limit = (sign: number) => Math.exp(logRatio.estimate + sign * NORMAL_QUANTILE * error);
  return {
    observations: model.observations.length,
    parameters: model.fit.coefficients.length,
    dispersion: model.dispersion,
    standardErrors: standardErrors(model, contrast(model, [1])),
    weeks: model.weeks,
    fortnights: model.fortnights,
    neweyWest: { standardError: error, low: limit(-1), high: limit(1) },
  };
}
