// SPDX-License-Identifier: AGPL-3.0-or-later
// Which phase a month is compared in: the lockdown while it lasts, what remained once the month begins after it.
import { type Day, type Period, parsePeriod } from '../../sql/vocabulary.ts';
import type { Compare, Comparison } from '../compare-schema.ts';
import { type Compared, isClosedByLaw } from '../comparison.ts';
import { compareOnce } from '../comparisons.ts';
import { outcome } from '../outcome.ts';
import { askedComparison } from '../questions.ts';
import type { Office } from '../town.ts';

/** An answer whose figures "during" are those of the phase that the report is about. */
export interface PhaseAnswer {
  phase: 'during' | 'after';
  answer: Compare;
}

/** The comparison as it was known at the end of a period; null when the phases had not both begun. */
export async function readPhase(office: Office, { from, to }: Period): Promise<PhaseAnswer | null> {
  const { settings } = office;
  const { before, during } = settings.phases;
  if ([before, during].some((phase) => parsePeriod(phase)!.from > to)) return null;
  const asked = askedComparison(settings, { until: to, seasonal: 'auto' }, to);
  const { answer, compared } = await compareOnce(office, {
    asked,
    channels: settings.channels.map(({ code }) => code),
  });
  const known = compared.filter(({ question }) => question.rows.some(({ state }) => state === 'count'));
  const channels = answer.channels.filter(({ channel }) =>
    known.some((each) => each.channel.code === channel),
  );
  return phaseOf({ ...answer, channels }, known, from);
}

function phaseOf(answer: Compare, compared: readonly Compared[], from: Day): PhaseAnswer {
  const { after } = answer;
  if (after === null || from < after.from) return { phase: 'during', answer };
  const channels = answer.channels.map((found) => {
    const { channel } = compared.find((each) => each.channel.code === found.channel)!;
    return afterwards(found, channel.label, isClosedByLaw(channel, after));
  });
  return {
    phase: 'after',
    answer: { ...answer, during: after, after: null, channels },
  };
}

/** A channel with the phase after in the place of the one during: the same figures, read one phase later. */
function afterwards(found: Comparison, label: string, closedByLaw: boolean): Comparison {
  const moved: Comparison = {
    ...found,
    closedByLaw,
    status: statusAfter(found),
    during: found.after!,
    ratio: found.afterRatio,
    ratioOfRatios: found.afterRatioOfRatios,
  };
  const said = found.sentences.it.after;
  const sentence = `${label}. ${said.length > 0 ? said.join(' ') : `Nel periodo successivo: ${outcome(moved)}.`}`;
  return { ...moved, sentence: { it: sentence, en: found.sentence.en } };
}

function statusAfter({ status, afterReason }: Comparison): Comparison['status'] {
  if (afterReason === null) return 'ok';
  if (afterReason === 'not_compared') return status;
  return afterReason === 'no_after' ? 'too_short' : afterReason;
}
