// SPDX-License-Identifier: AGPL-3.0-or-later
// Light or dark, for what CSS cannot colour by itself: a canvas is drawn again when this changes.
import { computed, signal } from '@preact/signals';

const dark = matchMedia('(prefers-color-scheme: dark)');
const current = (): string => document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light');

const theme = signal(current());

const update = () => {
  theme.value = current();
};
dark.addEventListener('change', update);
new MutationObserver(update).observe(document.documentElement, { attributeFilter: ['data-theme'] });

const isPaper = signal(false);

/** Runs a task while every canvas is drawn in the light colours. */
export function onPaper<Result>(task: () => Result): Result {
  isPaper.value = true;
  try {
    return task();
  } finally {
    isPaper.value = isPrinting();
  }
}

// Paper is white whatever the desktop is: canvases are drawn again before the printer takes them.
const print = matchMedia('print');
const isPrinting = (): boolean => print.matches;
print.addEventListener('change', () => {
  isPaper.value = isPrinting();
});
addEventListener('beforeprint', () => {
  isPaper.value = true;
});
addEventListener('afterprint', () => {
  isPaper.value = false;
});

/** What a drawing depends on besides its data: reading it in an effect draws again when it changes. */
export const look = computed(() => (isPaper.value ? 'paper' : theme.value));

const TOKENS = {
  text: '--ink-2',
  strong: '--ink',
  surface: '--surface',
  grid: '--grid',
  base: '--control',
  phase: '--phase',
  edge: '--edge',
  hatch: '--hatch',
  hatchGround: '--hatch-ground',
  leader: '--ink-3',
  present: '--null',
  channel: '--c',
} as const;

export type Colours = Record<keyof typeof TOKENS, string>;

/** The colours that hold inside an element, as a canvas wants them. */
export function colours(element: Element): Colours {
  const probe = document.createElement('span');
  if (isPaper.value) probe.style.colorScheme = 'light';
  element.append(probe);
  const read = ([name, token]: [string, string]) => {
    probe.style.color = `var(${token})`;
    return [name, getComputedStyle(probe).color];
  };
  const found = Object.fromEntries(Object.entries(TOKENS).map(read));
  probe.remove();
  return found as Colours;
}
