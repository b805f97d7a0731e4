// SPDX-License-Identifier: AGPL-3.0-or-later
// The part of a report that is figures: channels month by month, ways, subjects, practices.
import { italianDay } from '../compare/wording/dates.ts';
import { decimal } from '../compare/wording/numbers.ts';
import type { Division, Report } from '../schemas/report.ts';
import { type Block, said } from './blocks.ts';
import { monthName, monthsLater } from './month.ts';
import { channelsNotes, channelsTable, divisionTable, kindsTable, workingDays } from './tables.ts';

export function channelBlocks(report: Report): Block[] {
  return [
    { kind: 'heading', text: 'Canali, mese per mese' },
    { kind: 'tables', tables: [channelsTable(report)] },
    ...said('small', channelsNotes(report)),
  ];
}

export function divisionBlocks(title: string, report: Report, divisions: readonly Division[]): Block[] {
  if (divisions.length === 0) return [];
  return [
    { kind: 'heading', text: title },
    { kind: 'tables', tables: divisions.map((division) => divisionTable(report, division)) },
  ];
}

export function practiceBlocks({ month, until, practices }: Report): Block[] {
  if (practices === null || practices.kinds.length === 0) return [];
  const table = kindsTable(month, practices);
  return [
    { kind: 'heading', text: 'Pratiche per tipo' },
    { kind: 'tables', tables: [table] },
    ...said('small', closingSentences(month, until, practices)),
  ];
}

function closingSentences(
  month: string,
  until: string,
  practices: NonNullable<Report['practices']>,
): string[] {
  if (!practices.closingKnown) return ['Nessun file dice quando le pratiche sono state chiuse.'];
  const { closed, closing, total } = practices.before;
  const before = monthName(monthsLater(month, -1));
  const known = 'count' in closed && total !== null && total > 0 && closing !== null;
  const all = known
    ? [
        `Delle ${decimal(total, 0, 'it')} pratiche di ${before}, ${decimal(closed.count, 0, 'it')} risultavano chiuse ${italianDay('il', until)}: metà entro ${workingDays(closing.median)} giorni lavorativi, 9 su 10 entro ${workingDays(closing.p90)}.`,
      ]
    : [];
  return [
    ...all,
    `I tempi sono quelli delle pratiche di ${before}: di quelle di ${monthName(month)} sarebbero chiuse solo le più rapide. n.d.: meno di ${practices.leastClosed} pratiche chiuse, o voce non mostrata.`,
  ];
}

export function suppressionNote({ ways, subjects, practices }: Report): Block[] {
  const threshold = [...ways, ...subjects, ...(practices ? [practices] : [])].find(
    ({ suppression }) => suppression !== null,
  )?.suppression?.threshold;
  if (threshold === undefined) return [];
  const text = `Per riservatezza non si mostrano i conteggi da 1 a ${threshold - 1}; «oscurato»: numero piccolo, o nascosto perché da altri numeri non se ne ricavi uno piccolo.`;
  return said('small', [text]);
}
