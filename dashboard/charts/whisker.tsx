// SPDX-License-Identifier: AGPL-3.0-or-later
// An estimate with its interval on a logarithmic axis: a dot and two caps. Inline SVG, as wide as its place.
import { isDemonstrated, type Outcome, type Ratio } from '../comparison.ts';
import { type Ends, marksOf, placeOf } from './log-scale.ts';

interface Props {
  ratio: Ratio;
  /** The same without the correction for the season, as a thin line below. */
  plain?: Ratio | null;
  outcome: Outcome;
  ends: Ends;
  /** Ratios marked by a line over the whole height. */
  ticks: readonly number[];
  height: number;
}

/** Decoration beside the same figures in words. */
export function Whisker({ ratio, plain, outcome, ends, ticks, height }: Props) {
  const middle = plain ? height / 2 - 4 : height / 2;
  return (
    <svg class="whisker" width="100%" height={height} aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <line
          key={tick}
          class={tick === 1 ? 'whisker-one' : 'whisker-tick'}
          x1={percent(placeOf(tick, ends))}
          x2={percent(placeOf(tick, ends))}
          y1="0"
          y2={height}
        />
      ))}
      <Mark ratio={ratio} look={lookOf(outcome)} ends={ends} y={middle} />
      {plain && <Mark ratio={plain} look="plain" ends={ends} y={middle + 10} />}
    </svg>
  );
}

const percent = (place: number): string => `${place.toFixed(2)}%`;

/** Blue and filled: demonstrated. Hollow grey: the interval touches "as before", or weak. Filled grey: by law. */
const lookOf = (outcome: Outcome): string => (isDemonstrated(outcome) ? 'sure' : outcome);

interface MarkProps {
  ratio: Ratio;
  look: string;
  ends: Ends;
  y: number;
}

function Mark({ ratio, look, ends, y }: MarkProps) {
  const { estimate, low, high, isCutLow, isCutHigh } = marksOf(ratio, ends);
  const isOff = ratio.estimate < ends.low || ratio.estimate > ends.high;
  const isPlain = look === 'plain';
  return (
    <g class={`whisker-${look}`}>
      <line x1={percent(low)} x2={percent(high)} y1={y} y2={y} />
      {!isPlain && <Cap place={low} y={y} side={isCutLow ? 'low' : null} />}
      {!isPlain && <Cap place={high} y={y} side={isCutHigh ? 'high' : null} />}
      {!isOff && <circle cx={percent(estimate)} cy={y} r={isPlain ? 2.5 : 5} />}
    </g>
  );
}

/** A cap at the limit; an arrow where the limit lies beyond the axis. */
function Cap({ place, y, side }: { place: number; y: number; side: 'low' | 'high' | null }) {
  if (side === null) return <line x1={percent(place)} x2={percent(place)} y1={y - 4} y2={y + 4} />;
  const d = side === 'low' ? 'M7 -4L1 0l6 4' : 'M-7 -4L-1 0l-6 4';
  return (
    <svg x={percent(place)} y={y} overflow="visible" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}
