// SPDX-License-Identifier: AGPL-3.0-or-later
// The practices of each phase by kind, topic, means and outcome, and how long those of a kind took.
import type { z } from 'zod';
import { PHASES, type Phase } from '../../../sql/vocabulary.ts';
import { askPractices } from '../../breakdown/ask.ts';
import type { phasesQuery } from '../../breakdown/questions.ts';
import { askedChannel } from '../../questions.ts';
import type { BreakdownRow } from '../../schemas/breakdown.ts';
import type { Practices } from '../../schemas/practices.ts';
import type { Office } from '../../town.ts';
import { columnsOf, type Field, type Table, tableRows } from '../table.ts';
import { type BrokenDown, cellFields, suppressedIn, VALUE_FIELDS } from './cell-fields.ts';
import { phaseNotes } from './phase-notes.ts';
import { PHASE_WORDS } from './phase-words.ts';

interface Item extends BrokenDown {
  group: string;
  row: BreakdownRow & Partial<Pick<Practices['kinds'][number], 'closing'>>;
}

const FIELDS: Field<Item>[] = [
  {
    name: 'suddivisione',
    label: 'Suddivisione',
    kind: 'text',
    description: 'Tipo di pratica, argomento, mezzo o esito: ciascuna suddivide le stesse pratiche.',
    of: ({ group }) => group,
  },
  ...VALUE_FIELDS,
  ...cellFields('pratiche'),
  ...PHASES.flatMap(closingFields),
];

function closingFields(phase: Phase): Field<Item>[] {
  const word = PHASE_WORDS[phase];
  return [
    {
      name: `${word}_giorni_lavorativi_mediana`,
      label: `Giorni alla chiusura ${word}, mediana`,
      kind: 'number',
      description:
        'Giorni lavorativi tra l’invio e la chiusura: metà delle pratiche chiuse ne ha richiesti di meno. Vuoto se le pratiche chiuse sono poche; solo per tipo.',
      of: ({ row }) => row.closing?.[phase]?.median ?? null,
    },
    {
      name: `${word}_giorni_lavorativi_nono_decile`,
      label: `Giorni alla chiusura ${word}, nove su dieci`,
      kind: 'number',
      description: 'Giorni lavorativi entro i quali sono state chiuse nove pratiche su dieci.',
      of: ({ row }) => row.closing?.[phase]?.p90 ?? null,
    },
  ];
}

export const practicesColumns = columnsOf(FIELDS);

/** The answer of `/api/v1/practices` as a table. */
export async function practicesTable(office: Office, query: z.infer<typeof phasesQuery>): Promise<Table> {
  const answer = await askPractices(office, query);
  const channel = askedChannel(office.settings, 'practice');
  const groups: [string, readonly BreakdownRow[]][] = [
    ['tipo di pratica', answer.kinds],
    ['argomento', answer.topics],
    ['mezzo', answer.means],
    ['esito', answer.outcomes],
  ];
  const { threshold } = answer.suppression!;
  const items = groups.flatMap(([group, rows]) =>
    rows.map((row) => ({ group, row, days: answer, threshold })),
  );
  const suppressed = suppressedIn(items.map(({ row }) => row));
  const { dataVersion } = answer;
  return {
    name: 'practices',
    fileWords: 'pratiche',
    title: 'Pratiche per tipo, argomento, mezzo ed esito',
    columns: practicesColumns,
    rows: tableRows(FIELDS, items),
    notes: await phaseNotes(office, { channel, query, filters: [], dataVersion, suppressed }),
  };
}
