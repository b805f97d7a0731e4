// SPDX-License-Identifier: AGPL-3.0-or-later
// What this browser remembers of its reader: theme, language, whether single keys act. Nothing leaves it.
import { signal } from '@preact/signals';

type Name = 'theme' | 'language' | 'keys';
const keyOf = (name: Name): string => `affluenza.${name}`;

/** What is remembered; null when nothing is, or when the browser may not. */
export function remembered(name: Name): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

/** Remembers until told otherwise; in a browser that may not, until the page is left. */
export function remember(name: Name, value: string): void {
  try {
    localStorage.setItem(keyOf(name), value);
  } catch {
    // It holds for this visit all the same.
  }
}

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const chosenTheme = signal<Theme>(THEMES.find((theme) => theme === remembered('theme')) ?? 'auto');

/** Shows the page in a theme, now and on the next visit. */
export function chooseTheme(theme: Theme): void {
  chosenTheme.value = theme;
  remember('theme', theme);
  showTheme();
}

/** Tells the style which theme was chosen. */
export function showTheme(): void {
  const { dataset } = document.documentElement;
  if (chosenTheme.value === 'auto') delete dataset.theme;
  else dataset.theme = chosenTheme.value;
}

/** Whether single keys act (WCAG 2.1.4). */
export const keysAct = signal(remembered('keys') !== 'off');

/** Switches the single keys on or off, now and on the next visit. */
export function letKeysAct(act: boolean): void {
  keysAct.value = act;
  remember('keys', act ? 'on' : 'off');
}
