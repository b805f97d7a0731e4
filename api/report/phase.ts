// SPDX-License-Identifier: AGPL-3.0-or-later
// Which phase a month is compared in: the lockdown while it lasts, what remained once the month begins after it.

import type { ChannelSettings } from '../../sql/settings.ts';
import type { Day } from '../../sql/vocabulary.ts';
import type { Compare, Comparison } from '../compare-schema.ts';
import { isClosedByLaw } from '../comparison.ts';
import { outcome } from '../outcome.ts';

/** An answer whose figures "during" are those of the phase that the report is about. */
export interface PhaseAnswer {
  phase: 'during' | 'after';
  answer: Compare;
}

/** The answer as a report reads it that begins on the day `from`. */
export function phaseOf(answer: Compare, channels: readonly ChannelSettings[], from: Day): PhaseAnswer {
  if (answer.after === null || from < answer.after.from) return { phase: 'during', answer };
  const during = answer.after;
  const moved = answer.channels.map((found) => {
    const channel = channels.find(({ code }) => code === found.channel)!;
    return afterwards(found, channel.label, isClosedByLaw(channel, during));
  });
  return { phase: 'after', answer: { ...answer, during, after: null, channels: moved } };
}

/** A channel with the phase after in the place of the one during: the same figures, read one phase later. */
function afterwards(found: Comparison, label: string, closedByLaw: boolean): Comparison {
  const moved: Comparison = {
    ...found,
    closedByLaw,
    status: statusAfter(found),
    during: found.after ?? found.during,
    ratio: found.afterRatio,
    ratioOfRatios: found.afterRatioOfRatios,
  };
  const said = found.sentences.it.after;
  const sentence = `${label}. ${said.length > 0 ? said.join(' ') : `Dopo la riapertura: ${outcome(moved)}.`}`;
  return { ...moved, sentence: { it: sentence, en: found.sentence.en } };
}

function statusAfter({ status, afterReason }: Comparison): Comparison['status'] {
  if (afterReason === null) return 'ok';
  if (afterReason === 'not_compared') return status;
  return afterReason === 'no_after' ? 'too_short' : afterReason;
}
