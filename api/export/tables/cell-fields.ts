// SPDX-License-Identifier: AGPL-3.0-or-later
// A count that may be hidden, as columns: its state, itself, a day, and its share. Hidden is never zero.
import { PHASES, type Phase } from '../../../sql/vocabulary.ts';
import type { ByPhase } from '../../breakdown/phases.ts';
import type { BreakdownRow } from '../../schemas/breakdown.ts';
import type { Cell, PhaseDays } from '../../schemas/cells.ts';
import type { Field } from '../table.ts';
import { PHASE_WORDS } from './phase-words.ts';

/** A row of a breakdown with the days of its columns. */
export interface BrokenDown {
  row: BreakdownRow;
  days: ByPhase<Pick<PhaseDays, 'daysWithData'>>;
  /** Counts below it are hidden. */
  threshold: number | null;
}

const KIND_WORDS: Record<BreakdownRow['kind'], string> = {
  value: 'voce',
  unknown: 'non indicato',
  rest: 'altre voci',
};

export const VALUE_FIELDS: Field<BrokenDown>[] = [
  {
    name: 'voce',
    label: 'Voce',
    kind: 'text',
    description: 'Come è scritta nei file; vuota se la fonte non la indica, o per le altre voci insieme.',
    of: ({ row }) => (row.kind === 'value' ? row.value : null),
  },
  {
    name: 'tipo_voce',
    label: 'Che cosa è la riga',
    kind: 'text',
    description: 'Voce, non indicato, o altre voci: le voci oltre quelle chieste, sommate.',
    of: ({ row }) => KIND_WORDS[row.kind],
  },
];

/** For each phase the state, the count, the mean a day and the share of the phase. */
export const cellFields = (what: string): Field<BrokenDown>[] =>
  PHASES.flatMap((phase) => phaseFields(phase, what));

function phaseFields(phase: Phase, what: string): Field<BrokenDown>[] {
  const word = PHASE_WORDS[phase];
  const shown = (item: BrokenDown) => shownCell(item, phase);
  return [
    {
      name: `${word}_stato`,
      label: `Stato ${word}`,
      kind: 'text',
      description:
        'Conteggio, mancante, oppure meno di una soglia o oscurato: allora il numero non si mostra.',
      of: (item) => stateOf(item, phase),
    },
    {
      name: `${word}_${what}`,
      label: `${what.charAt(0).toUpperCase()}${what.slice(1)} ${word}`,
      kind: 'count',
      description: `Il numero nei giorni con dati del periodo «${word}».`,
      of: (item) => shown(item)?.count ?? null,
    },
    {
      name: `${word}_${what}_al_giorno`,
      label: `Al giorno ${word}`,
      kind: 'number',
      description: 'Per giorno con dati.',
      of: (item) => shown(item)?.perDay ?? null,
    },
    {
      name: `${word}_quota_percento`,
      label: `Quota ${word}`,
      kind: 'share',
      description: 'In percentuale di tutti quelli del periodo.',
      of: (item) => shown(item)?.share ?? null,
    },
  ];
}

function stateOf({ row, days, threshold }: BrokenDown, phase: Phase): string | null {
  const cell = row[phase];
  if (cell === null) return null;
  if ('suppressed' in cell) return cell.suppressed === 'small' ? `meno di ${threshold}` : 'oscurato';
  return days[phase]?.daysWithData === 0 ? 'mancante' : 'conteggio';
}

/** The count where it is known and may be shown: on no day with data, 0 would say that nobody came. */
function shownCell({ row, days }: BrokenDown, phase: Phase): Extract<Cell, { count: number }> | null {
  const cell = row[phase];
  if (cell === null || 'suppressed' in cell || days[phase]?.daysWithData === 0) return null;
  return cell;
}

/** How many cells of these rows are hidden. */
export function suppressedIn(rows: readonly BreakdownRow[]): number {
  const cells = rows.flatMap(({ before, during, after }) => [before, during, after]);
  return cells.filter((cell) => cell !== null && 'suppressed' in cell).length;
}
