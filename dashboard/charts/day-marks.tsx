// SPDX-License-Identifier: AGPL-3.0-or-later
// The marks of days: six states that differ in shape, so that they differ in grey and when they are small.
import type { CoverageState } from '../../api/schemas/coverage.ts';
import type { Box } from './coverage-days.ts';
import { Hatch } from './sparkline.tsx';

interface Props {
  boxes: readonly Box[];
  states: readonly CoverageState[];
  /** Days that touch are one block where they are missing or suspicious. */
  joined: boolean;
}

/** The marks of a row, one path a state; the pattern of missing days must be on the page. */
export function DayMarks({ boxes, states, joined }: Props) {
  const of = (state: CoverageState) => boxes.filter((_, i) => states[i] === state);
  const blocks = (state: CoverageState) => (joined ? merged(of(state)) : of(state));
  return (
    <>
      <path class="day-present" d={of('present').map(solid).join('')} />
      <path class="day-zero" d={of('zero').map(outline).join('')} />
      <path class="day-closed" d={of('closed').map(point).join('')} />
      <path
        class="day-missing"
        fill={`url(#${DAY_HATCH})`}
        d={blocks('missing')
          .map((box) => outline(raised(box, joined)))
          .join('')}
      />
      <path
        class="day-suspicious"
        d={blocks('suspicious')
          .map((box) => outline(raised(box, joined)))
          .join('')}
      />
      <path class="day-fault" d={of('fault').map(struck).join('')} />
    </>
  );
}

const DAY_HATCH = 'hatch-days';

/** The pattern that missing days are filled with; once a drawing. */
export const DayHatch = () => <Hatch id={DAY_HATCH} />;

/** Boxes that touch side by side as one. */
function merged(boxes: readonly Box[]): Box[] {
  const blocks: Box[] = [];
  for (const box of boxes) {
    const last = blocks.at(-1);
    if (last && last.y === box.y && last.x + last.width === box.x) last.width += box.width;
    else blocks.push({ ...box });
  }
  return blocks;
}

/** What asks for a look stands out of the strip. */
function raised({ x, y, width, height }: Box, joined: boolean): Box {
  return joined ? { x, y: y - 2, width, height: height + 4 } : { x, y, width, height };
}

const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`;

const solid = ({ x, y, width, height }: Box): string =>
  rectangle(x, y, Math.max(1, width - 1), height > width ? height : height - 1);

/** A line of one pixel inside the box. */
const outline = ({ x, y, width, height }: Box): string =>
  rectangle(x + 0.5, y + 0.5, Math.max(1, width - 2), (height > width ? height : height - 1) - 1);

const point = ({ x, y, width, height }: Box): string =>
  rectangle(x + Math.floor(width / 2) - 1, y + Math.floor(height / 2) - 1, 2, 2);

/** A zero with a stroke through it. */
const struck = (box: Box): string =>
  `${outline(box)}M${box.x} ${box.y + Math.floor(box.height / 2)}h${Math.max(1, box.width - 1)}`;
