// SPDX-License-Identifier: AGPL-3.0-or-later
// After the reopening: the ratio to before, and how much of the change was kept.
import { type DayRow, daysWithData } from './opening.ts';
import type { Phases } from './phases.ts';
import { season } from './season.ts';
import type { Descriptive } from './statistics/descriptive.ts';
import type { Failure } from './statistics/model.ts';
import { type Persistence, persistence } from './statistics/persistence.ts';
import { type Ratio, threePhases } from './statistics/rate-ratio.ts';
import { countingChanged, type History, MINIMUM_COVERAGE, MINIMUM_TOTAL } from './status.ts';
import { isDemonstrated, type JudgedRatio, judge } from './verdict.ts';

export interface Afterwards {
  /** After against before, from the model of all three phases. */
  afterRatio: JudgedRatio | null;
  /** Why there is none. */
  afterReason: 'no_after' | 'insufficient_coverage' | 'collection_change' | 'not_compared' | Failure | null;
  /** After against during. */
  afterVersusDuring: Ratio | null;
  /** After against before, corrected for the season; null when the previous year is not covered. */
  afterRatioOfRatios: JudgedRatio | null;
  /** Previous years compared with, in years back. */
  afterYears: number[];
  persistence: KeptShare | null;
}

export interface KeptShare extends Persistence {
  /** During against before in the model of three phases: the change whose share is meant. */
  during: Ratio;
  /** Whether the share may be shown: the change is demonstrated and at least 20 %. */
  shown: boolean;
}

const NOTHING = {
  afterRatio: null,
  afterVersusDuring: null,
  afterRatioOfRatios: null,
  afterYears: [],
  persistence: null,
};
const SMALLEST_CHANGE = 0.2;

/** What the phase after is computed from; `described` is that phase. */
export interface AfterMaterial {
  rows: readonly DayRow[];
  phases: Phases;
  described: Descriptive | null;
  seasonal: 'auto' | 'off';
  history: History;
}

/** The figures of the phase after, or the reason why there are none. */
export function afterwards(material: AfterMaterial): Afterwards {
  const { rows, phases, seasonal, history } = material;
  const obstacle = obstacleOf(material);
  if (obstacle !== null || phases.after === null) return { ...NOTHING, afterReason: obstacle };
  const compared = threePhases(daysWithData(rows), phases.before, phases.during, phases.after);
  if (typeof compared === 'string') return { ...NOTHING, afterReason: compared };
  const corrected =
    seasonal === 'off' ? null : season(rows, phases.before, phases.after, history.collectionChanges);
  const share = { ...persistence(compared.model), during: compared.during, shown: false };
  return {
    afterRatio: judge([compared.after])[0]!,
    afterReason: null,
    afterVersusDuring: compared.afterVersusDuring,
    afterRatioOfRatios: corrected?.ratio ? judge([corrected.ratio])[0]! : null,
    afterYears: corrected?.ratio ? corrected.years : [],
    persistence: withShown(share, judge([compared.during])[0]!),
  };
}

function obstacleOf({ phases, described, history }: AfterMaterial): Afterwards['afterReason'] {
  if (phases.after === null || described === null) return 'no_after';
  if (described.coverage < MINIMUM_COVERAGE) return 'insufficient_coverage';
  if (countingChanged(phases.before.from, phases.after.to, history)) return 'collection_change';
  return described.total < MINIMUM_TOTAL ? 'too_small' : null;
}

/** The figures of the phase after for a channel that is not compared at all. */
export const NOT_COMPARED: Afterwards = { ...NOTHING, afterReason: 'not_compared' };

/** The share with `shown` decided by the verdict on the change during. */
export function withShown(share: KeptShare, { verdict }: Pick<JudgedRatio, 'verdict'>): KeptShare {
  const isLarge = Math.abs(share.during.estimate - 1) >= SMALLEST_CHANGE;
  return { ...share, shown: isDemonstrated(verdict) && isLarge };
}
