// SPDX-License-Identifier: AGPL-3.0-or-later
// The light colours of the design: what is printed or set into another page has no dark side.
import { tag } from '../xml.ts';

export const COLOURS = {
  ink: '#17324D',
  soft: '#435A72',
  line: '#D9E1EA',
  base: '#74859A',
  phase: '#E8F0F9',
  edge: '#6A86A6',
  hatch: '#8494A6',
  shown: '#0066CC',
  open: '#6B7D90',
  surface: '#FFFFFF',
} as const;

/** The desk beside the digital practices, paler than the channel's own colour. */
export const STACKED_DESK = '#A08274';

const CHANNELS: Readonly<Record<string, string>> = {
  web: '#0066CC',
  social: '#B20024',
  chat: '#009A84',
  email: '#AE6500',
  phone: '#321BA4',
  desk: '#541400',
  practice: '#8C0061',
};

/** The colour of a channel; one the town has added is drawn in the colour of text. */
export function channelColour(code: string): string {
  return Object.hasOwn(CHANNELS, code) ? CHANNELS[code]! : COLOURS.soft;
}

/** The hatch that stands for missing data; to be filled with `url(#id)`. */
export function hatchPattern(id: string): string {
  const size = { width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  const stroke = { x1: 0, y1: 0, x2: 0, y2: 6, stroke: COLOURS.hatch, 'stroke-width': 3 };
  return tag('defs', {}, tag('pattern', { id, ...size }, tag('line', stroke)));
}
