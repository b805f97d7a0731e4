// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Period, Phase } from '../../../sql/vocabulary.ts';

/** The phases as columns are named after them. */
export const PHASE_WORDS: Record<Phase, string> = { before: 'prima', during: 'durante', after: 'dopo' };

/** The days of the week, from Monday. */
export const WEEKDAY_WORDS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'];

/** The phases there are, for the notes. */
export function phasePeriods(phases: { before: Period; during: Period; after: Period | null }) {
  const { before, during, after } = phases;
  return [
    { label: 'Prima', period: before },
    { label: 'Durante', period: during },
    ...(after ? [{ label: 'Dopo', period: after }] : []),
  ];
}
