// SPDX-License-Identifier: AGPL-3.0-or-later
// What the page knows and all its parts share: the town, and the choices that stand in the address.
import { computed, signal } from '@preact/signals';
import type { Town } from '../api/schemas.ts';
import type { Phase } from '../sql/vocabulary.ts';
import { type Choices, periodText, readAddress, usualChoices, writeAddress } from './address.ts';
import { t } from './i18n/words.ts';

export const town = signal<Town | null>(null);
const search = signal(location.search);
addEventListener('popstate', () => {
  search.value = location.search;
});

/** What the address asks for; null until the town is known. */
export const address = computed(() => (town.value ? readAddress(search.value, town.value) : null));

/** Takes other choices: one entry in the history, so that Back undoes it. */
export function choose(change: Partial<Choices>): void {
  if (!town.value || !address.value) return;
  const query = writeAddress({ ...address.value.choices, ...change }, town.value, search.value);
  if (query === search.value && address.value.ignored.length === 0) return;
  history.pushState(null, '', `${location.pathname}${query}`);
  search.value = query;
}

/** Whether the phase "during" is the town's own, and so may be called the lockdown. */
const isLockdown = computed(() => {
  if (!town.value || !address.value) return false;
  const own = usualChoices(town.value).phases.during;
  return periodText(address.value.choices.phases.during) === periodText(own);
});

const word = (phase: Phase): Phase | 'lockdown' =>
  phase === 'during' && isLockdown.value ? 'lockdown' : phase;

/** The name of a phase: "Prima", "Lockdown", "Dopo". */
export const phaseName = (phase: Phase): string => t(`phase.${word(phase)}`);

/** A phase inside a sentence: "prima", "nel lockdown", "dopo". */
export const inPhase = (phase: Phase): string => t(`in.${word(phase)}`);

/** "il lockdown", or "il periodo" when the reader chose another one. */
export const theDuring = (): string => t(isLockdown.value ? 'the.lockdown' : 'the.during');

/** Whether the fixed sentence on the three causes belongs under the figures. */
export const needsCauses = (): boolean => isLockdown.value;
