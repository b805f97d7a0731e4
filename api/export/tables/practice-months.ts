// SPDX-License-Identifier: AGPL-3.0-or-later
// The practices of each month by kind. The total of a month and that of a kind are known from elsewhere, so that small
// counts are hidden in both directions.
import type { z } from 'zod';
import { readValues } from '../../breakdown/dimensions.ts';
import { type Hidden, hiddenAmongOthers } from '../../breakdown/published.ts';
import { number, readCounts, rowsOf } from '../../days.ts';
import { suppressTable } from '../../disclosure/suppress-table.ts';
import { askedChannel, seriesQuery } from '../../questions.ts';
import type { Point } from '../../schemas.ts';
import { points } from '../../series.ts';
import { fromOneState, type Office, periodOf, readTown } from '../../town.ts';
import { columnsOf, type Field, type Table, tableRows } from '../table.ts';

/** The practices of a kind in a month; the kind is null where no source says it. */
interface KindMonth {
  month: Point;
  kind: string | null;
  count: number | null;
  isHidden: boolean;
}

const FIELDS: Field<KindMonth>[] = [
  {
    name: 'dal',
    label: 'Dal',
    kind: 'day',
    description: 'Il primo giorno del mese.',
    of: ({ month }) => month.from,
  },
  {
    name: 'al',
    label: 'Al',
    kind: 'day',
    description: 'L’ultimo giorno del mese, o l’ultimo con dati.',
    of: ({ month }) => month.to,
  },
  {
    name: 'tipo_pratica',
    label: 'Tipo di pratica',
    kind: 'text',
    description: 'Come è scritto nei file; vuoto se non è indicato.',
    of: ({ kind }) => kind,
  },
  {
    name: 'stato',
    label: 'Stato',
    kind: 'text',
    description: 'Conteggio, parziale, mancante, chiuso o oscurato.',
    of: stateOf,
  },
  {
    name: 'pratiche',
    label: 'Pratiche',
    kind: 'count',
    description: 'Le pratiche presentate nei giorni con dati; vuoto quando lo stato non è conteggio.',
    of: ({ count, isHidden }) => (isHidden ? null : count),
  },
  {
    name: 'giorni_con_dati',
    label: 'Giorni con dati',
    kind: 'count',
    description: 'I giorni di apertura dei quali si conoscono le pratiche.',
    of: ({ month }) => month.daysWithData,
  },
  {
    name: 'giorni_di_apertura',
    label: 'Giorni di apertura',
    kind: 'count',
    description: 'I giorni nei quali il canale doveva essere aperto.',
    of: ({ month }) => month.expectedDays,
  },
];

export const practiceMonthsColumns = columnsOf(FIELDS);
export const practiceMonthsQuery = seriesQuery.pick({ from: true, to: true });

/** The practices by month and kind. @throws BadQuestion in a town without practices. */
export async function practiceMonthsTable(
  office: Office,
  query: z.infer<typeof practiceMonthsQuery>,
): Promise<Table> {
  const channel = askedChannel(office.settings, 'practice');
  const period = await periodOf(office, query);
  const { answer, dataVersion } = await fromOneState(office, async (office) => ({
    months: await readMonths(office, period),
    town: await readTown(office),
  }));
  const rows = rowsOfMonths(answer.months, office.settings.suppressionThreshold);
  const sum = (of: (month: Point) => number) => answer.months.reduce((all, { month }) => all + of(month), 0);
  const coverage = {
    label: channel.label,
    daysWithData: sum(({ daysWithData }) => daysWithData),
    openDays: sum(({ expectedDays }) => expectedDays),
  };
  return {
    name: 'practice-months',
    fileWords: 'pratiche_mensili',
    title: 'Pratiche per mese e tipo',
    columns: practiceMonthsColumns,
    rows: tableRows(FIELDS, rows),
    notes: {
      source: office.settings.name,
      periods: [{ label: 'Periodo', period }],
      filters: [],
      coverage: () => [coverage],
      suppressedCells: () => rows.filter(({ isHidden }) => isHidden).length,
      dataUntil: answer.town.lastDay,
      dataVersion,
      demonstration: answer.town.demonstration,
    },
  };
}

interface Month {
  month: Point;
  /** The kinds that are hidden because of what is published beside. */
  hidden: Hidden | null;
  /** By kind; empty where the month has no value. */
  kinds: ReadonlyMap<string, number>;
}

async function readMonths(office: Office, period: { from: string; to: string }): Promise<Month[]> {
  const channel = askedChannel(office.settings, 'practice');
  const counts = (await readCounts(office, period, [channel.code])).get(channel.code)!;
  const days = rowsOf(office.settings, channel, counts, period);
  const read = async (month: Point): Promise<Month> => {
    const isInside = (day: number) => day >= number(month.from) && day <= number(month.to);
    const known = days.filter(({ day, count }) => count !== null && isInside(day)).map(({ day }) => day);
    const isShown = month.state === 'count';
    const by = { by: 'kind', topic: null, until: null } as const;
    if (!isShown) return { month, kinds: new Map(), hidden: null };
    const hidden = await hiddenAmongOthers(office, channel, 'kind', month, known);
    return { month, kinds: await readValues(office, channel, by, known), hidden };
  };
  return Promise.all(points(days, 'month').map(read));
}

function rowsOfMonths(months: readonly Month[], threshold: number): KindMonth[] {
  const names = [...new Set(months.flatMap(({ kinds }) => [...kinds.keys()]))].filter((name) => name !== '');
  const kinds = [...names.sort((a, b) => a.localeCompare(b, 'it')), null];
  const shown = months.filter(({ month }) => month.state === 'count');
  const counts = shown.map((each) => kinds.map((kind) => countOf(each, kind)));
  const hidden = suppressTable(counts, threshold);
  const rows = months.flatMap((each) => {
    const at = shown.indexOf(each);
    return kinds.map((kind, i) => ({
      month: each.month,
      kind,
      count: counts[at]?.[i] ?? null,
      isHidden: (hidden[at]?.[i] ?? false) || (each.hidden?.has(kind ?? '') ?? false),
    }));
  });
  // Where every source says the kind, nothing is said of those without.
  const isNeeded = rows.some(({ kind, count, isHidden }) => kind === null && (isHidden || count !== 0));
  return isNeeded ? rows : rows.filter(({ kind }) => kind !== null);
}

/** What has no kind is the rest of the month's total. */
function countOf({ month, kinds }: Month, kind: string | null): number {
  if (kind !== null) return kinds.get(kind) ?? 0;
  const named = [...kinds].reduce((sum, [name, count]) => (name === '' ? sum : sum + count), 0);
  return (month.count ?? 0) - named;
}

function stateOf({ month, isHidden }: KindMonth): string {
  if (isHidden) return 'oscurato';
  if (month.state === 'closed') return 'chiuso';
  if (month.state === 'count') return 'conteggio';
  return month.daysWithData > 0 ? 'parziale' : 'mancante';
}
