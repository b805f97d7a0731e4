// SPDX-License-Identifier: AGPL-3.0-or-later
// The town, on which everything waits: asked for before anything is drawn (index.html has its answer fetched even sooner).
import type { Town } from '../api/schemas.ts';
import { ask, townQuestion } from './client.ts';
import { spoken } from './i18n/words.ts';
import { town } from './state.ts';

let early: Promise<Town> | null = null;

/**
 * Asks before there is anybody to wait for the answer; a failure is met by who asks next. What comes before the words of
 * the page waits for them: its names are those of the page's language.
 */
export function askTownEarly(words: Promise<void>): void {
  const answer = ask(townQuestion);
  early = words.then(() => makeKnown(answer));
  for (const asked of [answer, early]) asked.catch(() => {});
}

/** Asks for the town and makes it known to all. @throws Failure when there is no answer. */
export function askTown(): Promise<Town> {
  const asked = early ?? makeKnown(ask(townQuestion));
  early = null;
  return asked;
}

async function makeKnown(answer: Promise<Town>): Promise<Town> {
  town.value = inWords(await answer);
  return town.value;
}

/** The town with the names that its things have in the language of the page. */
function inWords(found: Town): Town {
  if (spoken() === 'it') return found;
  const { channels, markers, comparisons } = found;
  return { ...found, channels: named(channels), markers: named(markers), comparisons: named(comparisons) };
}

const named = <Thing extends { label: string; labelEn?: string | undefined }>(things: Thing[]): Thing[] =>
  things.map((thing) => ({ ...thing, label: thing.labelEn ?? thing.label }));
