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

type Paper = 'print' | 'picture';
const print = matchMedia('print');
const paper = signal<Paper | null>(null);

/** Runs a task while every canvas is drawn in the light colours. */
export function onPaper<Result>(task: () => Result): Result {
  paper.value = 'picture';
  try {
    return task();
  } finally {
    paper.value = null;
  }
}

// Paper is white whatever the desktop is, and narrow: canvases are drawn again before the printer takes them.
const setPrinting = (isPrinting: boolean) => {
  paper.value = isPrinting ? 'print' : null;
};
print.addEventListener('change', () => setPrinting(print.matches));
addEventListener('beforeprint', () => setPrinting(true));
addEventListener('afterprint', () => setPrinting(false));

/** What a drawing depends on besides its data: reading it in an effect draws again when it changes. */
export const look = computed((): string => paper.value ?? theme.value);

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
  band: '--band',
  channel: '--c',
} as const;

export type Colours = Record<keyof typeof TOKENS, string>;

/** The colours that hold inside an element, as a canvas wants them. */
export function colours(element: Element): Colours {
  const probe = document.createElement('span');
  if (paper.value) probe.style.colorScheme = 'light';
  element.append(probe);
  const read = ([name, token]: [string, string]) => {
    probe.style.color = `var(${token})`;
    return [name, getComputedStyle(probe).color];
  };
  const found = Object.fromEntries(Object.entries(TOKENS).map(read));
  probe.remove();
  return found as Colours;
}
