// SPDX-License-Identifier: AGPL-3.0-or-later
// The town, on which everything waits: asked for before anything is drawn (index.html has its answer fetched even sooner).
import type { Town } from '../api/schemas.ts';
import { ask, townQuestion } from './client.ts';
import { spoken } from './i18n/words.ts';
import { town } from './state.ts';

let early: Promise<Town> | null = null;

/**
 * Asks before there is anybody to wait for the answer; a failure is met by who asks next. It may come before the words of
 * the page: its names are then those of the language once they have been asked for again, which the frame does.
 */
export function askTownEarly(): void {
  early = askTown();
  early.catch(() => {});
}

/** Asks for the town and makes it known to all. @throws Failure when there is no answer. */
export async function askTown(): Promise<Town> {
  const asked = early ?? ask(townQuestion);
  early = null;
  town.value = inWords(await asked);
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
