// SPDX-License-Identifier: AGPL-3.0-or-later
// The sentences about a channel, from its figures alone (specification, section 6).

import type { ChannelResult } from './channel.ts';
import type { Mix } from './statistics/mix.ts';
import {
  afterSentence,
  confounder,
  jumpSentence,
  keptSentence,
  markerSentence,
  noteSentences,
} from './wording/details.ts';
import { headline, monthsBefore } from './wording/headline.ts';
import { decimal, type Language, mean, percent } from './wording/numbers.ts';
import { phrasesOf, type Setting, type Speech } from './wording/said.ts';

export { LANGUAGES, type Language } from './wording/numbers.ts';
export type { Setting } from './wording/said.ts';

/** Everything that can be said about a channel, in one language. */
export interface Sentences {
  /** The sentence of the channel: change or status, season, and what could have been seen. */
  headline: string;
  /** On the data: missing days, partial phases, suspicious zeros, choices. */
  notes: string[];
  /** The fixed sentences on the three causes; to be shown under every figure on the lockdown. */
  confounder: string[];
  /** When the change began. */
  beginning: string[];
  /** After the reopening. */
  after: string[];
  /** The caption of the dashed line, and what the interval is; empty without a ratio. */
  captions: string[];
}

/** The sentences about one result. */
export function sentences(result: ChannelResult, setting: Setting, language: Language): Sentences {
  const speech: Speech = { result, setting, language };
  return {
    headline: headline(speech).join(' '),
    notes: noteSentences(speech),
    confounder: setting.isLockdown ? confounder(speech) : [],
    beginning: setting.isLockdown ? [...markerSentence(speech), ...jumpSentence(speech)] : [],
    after: [...afterSentence(speech), ...keptSentence(speech)],
    captions: result.ratio ? captions(speech) : [],
  };
}

function captions(speech: Speech): string[] {
  const phrases = phrasesOf(speech.language);
  return [phrases.counterfactual(monthsBefore(speech)), phrases.interval()];
}

/**
 * The sentence on the digital share, with the total beside it; null when a phase has no practice at all.
 * `closedByOrder`: the desks were closed by law during.
 */
export function mixSentence(found: Mix, closedByOrder: boolean, language: Language): string | null {
  const { before, during, difference } = found;
  if (before.share === null || during.share === null) return null;
  const points = (value: number) => decimal(value, 0, language, true);
  const said = typeof difference === 'string' ? null : difference;
  const isMechanical =
    closedByOrder && during.totalPerDay < before.totalPerDay && during.share > before.share;
  return phrasesOf(language).mix(
    [percent(before.share, language), percent(during.share, language)],
    said && [points(said.points), points(said.low), points(said.high)],
    [mean(before.totalPerDay, language), mean(during.totalPerDay, language)],
    isMechanical,
    said !== null && (said.low > 0 || said.high < 0),
  );
}
