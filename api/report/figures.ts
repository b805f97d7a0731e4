// SPDX-License-Identifier: AGPL-3.0-or-later
// The charts of the first page, and the numbers behind them.
import type { ChannelSettings } from '../../sql/settings.ts';
import { forestChart, forestDescription } from '../chart/forest.ts';
import { phasesOf, shareChart, shareDescription } from '../chart/share.ts';
import { decimal, mean, percent } from '../compare/wording/numbers.ts';
import { ratioText } from '../outcome.ts';
import type { Report, ReportComparison } from '../schemas/report.ts';
import type { Block, Table } from './blocks.ts';
import type { PhaseAnswer } from './phase.ts';

/** The two charts under their headings, each with what it must not be read without. */
export function figuresOf(
  { phase, answer }: PhaseAnswer,
  { comparison }: Report,
  channels: readonly ChannelSettings[],
): Block[] {
  const name = phaseName(phase);
  const [change, share] = [changeHeading(phase), 'Quota digitale delle pratiche'];
  const around = { isUnderHeading: true, phase: name };
  const forest: Block[] = [
    { kind: 'heading', text: change },
    {
      kind: 'figure',
      name: 'variazioni',
      title: change,
      svg: forestChart(answer, channels, { title: change, ...around }),
      alt: forestDescription(answer, channels),
    },
  ];
  const shares: Block[] = comparison?.share
    ? [
        { kind: 'heading', text: share },
        {
          kind: 'figure',
          name: 'quota',
          title: share,
          svg: shareChart(answer.mix!, { title: share, isUnderHeading: true }),
          alt: shareDescription(answer.mix!),
        },
      ]
    : [];
  const causes: Block[] = comparison?.causes ? [{ kind: 'callout', text: comparison.causes }] : [];
  return [...forest, ...shares, ...causes];
}

/** What the phase compared is called in a table. */
export function phaseName(phase: ReportComparison['phase']): string {
  return phase === 'after' ? 'Dopo' : 'Durante';
}

function changeHeading(phase: ReportComparison['phase']): string {
  return phase === 'after'
    ? 'Di quanto ogni canale è cambiato dopo la riapertura'
    : 'Di quanto ogni canale è cambiato nel lockdown';
}

/** The numbers behind both charts. */
export function numbersOf({ comparison }: Report): Table[] {
  if (comparison === null) return [];
  return [changesTable(comparison), ...(comparison.share ? [shareTable(comparison.share)] : [])];
}

function changesTable({ channels, phase }: ReportComparison): Table {
  return {
    caption: 'Medie al giorno nelle due fasi, rapporto con intervallo al 95 % ed esito',
    head: ['Canale', 'Prima', phaseName(phase), 'Rapporto (intervallo)', 'Senza correzione', 'Esito'],
    words: [3, 4, 5],
    rows: channels.map(({ label, before, during, ratio, uncorrected, outcome }) => [
      label,
      perDay(before),
      perDay(during),
      ratio ? ratioText(ratio) : 'n.d.',
      uncorrected ? ratioText(uncorrected) : '–',
      outcome,
    ]),
  };
}

function shareTable(share: NonNullable<ReportComparison['share']>): Table {
  const row = (name: string, { digital, desk, share: digitalShare, totalPerDay, days }: Share) => [
    name,
    decimal(digital, 0, 'it'),
    decimal(desk, 0, 'it'),
    digitalShare === null ? 'n.d.' : percent(digitalShare, 'it'),
    totalPerDay === null ? 'n.d.' : mean(totalPerDay, 'it'),
    decimal(days, 0, 'it'),
  ];
  return {
    caption: 'Quota digitale delle pratiche, sui giorni in cui si conoscono pratiche e sportello',
    head: [
      'Fase',
      'Pratiche digitali',
      'Accessi allo sportello',
      'Quota digitale',
      'Totale al giorno',
      'Giorni',
    ],
    words: [],
    rows: phasesOf(share).map(([name, phase]) => row(name, phase)),
  };
}

type Share = NonNullable<ReportComparison['share']>['before'];

/** @example perDay(3.5) // '3,5' */
export function perDay(value: number | null): string {
  return value === null ? 'n.d.' : mean(value, 'it');
}
