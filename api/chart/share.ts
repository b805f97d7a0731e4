// SPDX-License-Identifier: AGPL-3.0-or-later
// The digital share of practices, never without the total: a bar for each phase, as long as what came in a day.
import { mean, percent } from '../compare/wording/numbers.ts';
import type { Compare } from '../compare-schema.ts';
import { tag } from '../xml.ts';
import { type Surroundings, TITLE } from './forest.ts';
import { COLOURS, channelColour, STACKED_DESK } from './palette.ts';
import { linearScale, type Scale } from './scale.ts';
import { drawn, label, line, wrapped } from './svg.ts';

type Mix = Pick<NonNullable<Compare['mix']>, 'before' | 'during' | 'sentence'> & { after?: PhaseMix | null };
type PhaseMix = NonNullable<Compare['mix']>['before'];

const WIDTH = 800;
const BAR: [number, number] = [90, 600];
const TOP = 56;
const ROW = 44;

/** Digital practices and visits to the desk a day, in each phase. */
export function shareChart(
  mix: Mix,
  { title, notes = [], numbers, isUnderHeading = false }: Surroundings,
): string {
  const phases = phasesOf(mix);
  const highest = Math.max(...phases.map(([, { totalPerDay }]) => totalPerDay ?? 0));
  const scale = linearScale([0, highest], BAR);
  const bottom = TOP + phases.length * ROW;
  const said = mix.sentence.it ? [mix.sentence.it] : [];
  const lines = [EXPLANATION, ...said, ...notes].flatMap((note) => wrapped(note));
  return drawn(
    {
      name: 'share',
      width: WIDTH,
      height: bottom + 48 + lines.length * 18,
      top: isUnderHeading ? TITLE : 0,
      title,
      description: shareDescription(mix),
      numbers,
    },
    ...(isUnderHeading ? [] : [label(0, 18, title, { 'font-size': 18, 'font-weight': 600 })]),
    label(0, 38, 'Pratiche digitali e accessi allo sportello, al giorno', { fill: COLOURS.soft }),
    ...phases.flatMap(([name, phase], i) => phaseMarks(name, phase, TOP + i * ROW, scale)),
    line(BAR[0], TOP, BAR[0], bottom, { stroke: COLOURS.base }),
    ...key(bottom + 14),
    ...lines.map((words, i) =>
      label(0, bottom + 50 + i * 18, words, { 'font-size': 13, fill: COLOURS.soft }),
    ),
  );
}

/** The same in words, for those who do not see it. */
export function shareDescription(mix: Mix): string {
  const bars = phasesOf(mix).map(([name, phase]) => described(name, phase));
  return [...bars, ...(mix.sentence.it ? [mix.sentence.it] : [])].join(' ');
}

/** The phases there are, by name. */
export function phasesOf({ before, during, after }: Omit<Mix, 'sentence'>): [string, PhaseMix][] {
  return [
    ['Prima', before],
    ['Durante', during],
    ...(after ? [['Dopo', after] satisfies [string, PhaseMix]] : []),
  ];
}

const EXPLANATION =
  'Lunghezza delle barre: il totale al giorno, sui giorni in cui si conoscono pratiche e sportello.';

function phaseMarks(name: string, phase: PhaseMix, top: number, scale: Scale): string[] {
  const { share, totalPerDay } = phase;
  const words = label(0, top + 25, name, { 'font-weight': 600 });
  if (share === null || totalPerDay === null) return [words, label(BAR[0] + 8, top + 25, 'n.d.')];
  const [split, end] = [scale(totalPerDay * share), scale(totalPerDay)];
  const bar = { y: top + 8, height: 26 };
  return [
    words,
    tag('rect', { ...bar, x: BAR[0], width: split - BAR[0], fill: channelColour('practice') }),
    // A gap of white keeps the two apart in grey.
    tag('rect', { ...bar, x: split + 1, width: Math.max(0, end - split - 1), fill: STACKED_DESK }),
    label(end + 8, top + 25, `${percent(share, 'it')} di ${mean(totalPerDay, 'it')} al giorno`, {
      'font-weight': 600,
    }),
  ];
}

function key(top: number): string[] {
  const sample = (x: number, fill: string, words: string) => [
    tag('rect', { x, y: top, width: 14, height: 14, fill }),
    label(x + 20, top + 12, words, { 'font-size': 13 }),
  ];
  return [
    ...sample(BAR[0], channelColour('practice'), 'pratiche digitali'),
    ...sample(BAR[0] + 160, STACKED_DESK, 'accessi allo sportello'),
  ];
}

function described(name: string, { digital, desk, days, share, totalPerDay }: PhaseMix): string {
  if (share === null || totalPerDay === null) return `${name}: nessun dato.`;
  const parts = `${digital} pratiche digitali e ${desk} accessi allo sportello in ${days} giorni`;
  return `${name}: ${parts}, ${percent(share, 'it')} di ${mean(totalPerDay, 'it')} al giorno.`;
}
