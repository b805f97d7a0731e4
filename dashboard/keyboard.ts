// SPDX-License-Identifier: AGPL-3.0-or-later
// Single keys, outside fields only: the sheet, the pages, the period, the chart in focus, the channels and months.
import { signal } from '@preact/signals';
import { keysAct } from './preferences.ts';
import { channelPath, PAGE_NAMES, PAGES } from './route.ts';
import { go, hrefTo, route, town } from './state.ts';

/** Whether the sheet of keys is open. */
export const isSheetOpen = signal(false);

const ACTS: Readonly<Record<string, () => void>> = {
  '?': () => {
    isSheetOpen.value = true;
  },
  '/': () => document.getElementById('filter-period')?.click(),
  t: () => pressInChart('table'),
  s: () => pressInChart('download'),
  '[': () => (route.value.page === 'reports' ? pressLink('prev') : goToNeighbour(-1)),
  ']': () => (route.value.page === 'reports' ? pressLink('next') : goToNeighbour(1)),
};

/** Hears keys anywhere in the document; `g` waits for the letter of a page. */
export function hearKeys(): void {
  let isGoing = false;
  document.addEventListener('keydown', (event) => {
    if (!mayAct(event)) return;
    const act = isGoing ? goTo(event.key) : ACTS[event.key];
    isGoing = !isGoing && event.key === 'g';
    if (!act) return;
    event.preventDefault();
    act();
  });
}

const FIELDS = 'select, textarea, [contenteditable], input:not([type="radio"], [type="checkbox"])';

function mayAct(event: KeyboardEvent): boolean {
  const { defaultPrevented, metaKey, target, key } = event;
  if (!keysAct.value || defaultPrevented || metaKey || key === 'Shift' || isChord(event)) return false;
  return !(target as Element).closest?.(FIELDS) && !document.querySelector('dialog[open]');
}

/** Italian keyboards have the brackets on AltGr, or on Option: there these are no chords. */
function isChord({ ctrlKey, altKey, key }: KeyboardEvent): boolean {
  const isBracket = key === '[' || key === ']';
  return (ctrlKey && !(isBracket && altKey)) || (altKey && !isBracket);
}

function goTo(letter: string): (() => void) | undefined {
  const name = PAGE_NAMES.find((page) => PAGES[page].letter === letter);
  return name && (() => go(hrefTo(PAGES[name].path)));
}

/** Presses a button of the chart that has focus. */
function pressInChart(name: 'table' | 'download'): void {
  const chart = document.activeElement?.closest('[data-chart]');
  chart?.querySelector<HTMLElement>(`button[data-press="${name}"], [data-press="${name}"] button`)?.click();
}

/** Follows the page's own link to the one before or after. */
const pressLink = (rel: 'prev' | 'next'): void =>
  document.querySelector<HTMLElement>(`main a[rel="${rel}"]`)?.click();

function goToNeighbour(step: number): void {
  const { page, channel } = route.value;
  const codes = town.value?.channels.map(({ code }) => code) ?? [];
  if (page !== 'channel' || codes.length === 0) return;
  const place = Math.max(0, codes.indexOf(channel ?? ''));
  const next = codes[(place + step + codes.length) % codes.length];
  if (next) go(hrefTo(channelPath(next)));
}
