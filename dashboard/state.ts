// SPDX-License-Identifier: AGPL-3.0-or-later
// What the pages know and all their parts share: the town, and the choices that stand in the address.
import { computed, signal } from '@preact/signals';
import type { Town } from '../api/schemas.ts';
import type { Phase } from '../sql/vocabulary.ts';
import {
  type Choices,
  OF_ONE_PAGE,
  periodText,
  queryText,
  readAddress,
  usualChoices,
  writeAddress,
} from './address.ts';
import { t } from './i18n/words.ts';
import { routeOf } from './route.ts';

export const town = signal<Town | null>(null);
const pathname = signal(location.pathname);
const search = signal(location.search);
const arrive = () => {
  pathname.value = location.pathname;
  search.value = location.search;
};
addEventListener('popstate', arrive);

/** The page that the address leads to. */
export const route = computed(() => routeOf(pathname.value));

/** What the address asks for; null until the town is known. */
export const address = computed(() => (town.value ? readAddress(search.value, town.value) : null));

interface Manner {
  /** Changes the entry of the history instead of making a new one: for typing and dragging. */
  replace?: boolean;
  /** What the new entry of the history is told, for instance that it opened a drawer. */
  note?: string;
}

/** Takes other choices: one entry in the history, so that Back undoes it. */
export function choose(change: Partial<Choices>, manner: Manner = {}): void {
  if (!town.value || !address.value) return;
  const query = writeAddress({ ...address.value.choices, ...change }, town.value, search.value);
  if (query === search.value && address.value.ignored.length === 0) return;
  write(pathname.value + query, manner);
}

/** Takes other choices once the press has been answered with a picture: what they change is much to draw. */
export function chooseAfterPaint(change: Partial<Choices>): void {
  requestAnimationFrame(() => setTimeout(() => choose(change)));
}

/** A parameter that only the page itself knows, for instance `fonte`; null when the address has none. */
export const parameter = (name: string): string | null => new URLSearchParams(search.value).get(name);

/** The address of this page with a parameter changed; null takes it away. */
export function hrefWith(name: string, value: string | null): string {
  const others = [...new URLSearchParams(search.value)].filter(([other]) => other !== name);
  return pathname.value + queryText([...others, [name, value]]);
}

/** Sets a parameter of the page's own; null takes it away. */
export function setParameter(name: string, value: string | null, manner: Manner = {}): void {
  write(hrefWith(name, value), manner);
}

function write(target: string, { replace = false, note }: Manner): void {
  if (replace) history.replaceState(history.state, '', target);
  else history.pushState(note ?? null, '', target);
  arrive();
}

/** The address of another page for the same periods, channels and language. */
export function hrefTo(path: string): string {
  const language = new URLSearchParams(search.value).get('lingua');
  const kept = language ? `?lingua=${language}` : '';
  if (!town.value || !address.value) return path + kept;
  return path + writeAddress({ ...address.value.choices, ...OF_ONE_PAGE }, town.value, kept);
}

/** Goes to a page of ours without loading it anew. */
export const go = (href: string): void => write(href, {});

/** Whether the reader may ask for breakdowns of other periods and of single topics: only what is published is for everybody. */
export const canNarrow = (): boolean => town.value?.exports ?? true;

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
