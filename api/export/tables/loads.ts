// SPDX-License-Identifier: AGPL-3.0-or-later
// The files taken in, a row each, the newest first.
import { type Load, listLoads } from '../../../ingest/journal.ts';
import { type Day, dayText, type LoadState } from '../../../sql/vocabulary.ts';
import { dayInRome } from '../../compare/calendar.ts';
import { fromOneState, type Office, readTown } from '../../town.ts';
import { columnsOf, type Field, type Table, tableRows } from '../table.ts';

const STATE_WORDS: Record<LoadState, string> = {
  started: 'in corso',
  committed: 'in uso',
  revoked: 'annullato',
  refused: 'rifiutato',
};

const FIELDS: Field<Load>[] = [
  {
    name: 'file',
    label: 'File',
    kind: 'text',
    description: 'Il nome del file; di quelli che possono nominare persone, solo la fonte.',
    of: ({ file }) => file,
  },
  {
    name: 'fonte',
    label: 'Fonte',
    kind: 'text',
    description: 'Il tipo di file.',
    of: ({ source }) => source,
  },
  {
    name: 'stato_carico',
    label: 'Stato',
    kind: 'text',
    description: 'In uso, annullato, rifiutato o in corso: solo i carichi in uso contano nelle cifre.',
    of: ({ state }) => STATE_WORDS[state],
  },
  {
    name: 'righe',
    label: 'Righe lette',
    kind: 'count',
    description: 'Le righe prese.',
    of: ({ rows }) => rows,
  },
  {
    name: 'righe_scartate',
    label: 'Righe scartate',
    kind: 'count',
    description: 'Le righe che non si sono potute leggere.',
    of: ({ rejected }) => rejected,
  },
  {
    name: 'dal',
    label: 'Dal',
    kind: 'day',
    description: 'Il primo giorno del file; vuoto se non ne ha.',
    of: ({ firstDay }) => firstDay,
  },
  {
    name: 'al',
    label: 'Al',
    kind: 'day',
    description: 'L’ultimo giorno del file.',
    of: ({ lastDay }) => lastDay,
  },
  {
    name: 'caricato_il',
    label: 'Caricato il',
    kind: 'day',
    description: 'Il giorno in cui il file è entrato in uso.',
    of: ({ committedAt }) => (committedAt === null ? null : romanDay(committedAt)),
  },
  {
    name: 'dimostrativo',
    label: 'Dimostrativo',
    kind: 'text',
    description: 'Sì se i dati sono inventati.',
    of: ({ demonstration }) => (demonstration ? 'sì' : 'no'),
  },
  {
    name: 'sha256',
    label: 'Impronta SHA-256',
    kind: 'text',
    description: 'L’impronta del contenuto del file.',
    of: ({ sha256 }) => sha256,
  },
];

export const loadsColumns = columnsOf(FIELDS);

/** All loads, whatever became of them. */
export async function loadsTable(office: Office): Promise<Table> {
  const { answer, dataVersion } = await fromOneState(office, async (office) => ({
    loads: await listLoads(office.database),
    town: await readTown(office),
  }));
  return {
    name: 'loads',
    fileWords: `carichi_${dayText(dayInRome(Date.now()))}`,
    title: 'File caricati',
    columns: loadsColumns,
    rows: tableRows(FIELDS, answer.loads),
    notes: {
      source: office.settings.name,
      periods: [],
      filters: [],
      coverage: () => [],
      suppressedCells: () => 0,
      dataUntil: answer.town.lastDay,
      dataVersion,
      demonstration: answer.town.demonstration,
    },
  };
}

function romanDay(instant: string): Day {
  return dayText(dayInRome(Date.parse(instant)));
}
