// SPDX-License-Identifier: AGPL-3.0-or-later
// A report in the order in which it is read: a first sheet for a minute, then the tables and what must be known of them.
import type { ChannelSettings } from '../../sql/settings.ts';
import { italianDay } from '../compare/wording/dates.ts';
import { capital, type Document, said } from './blocks.ts';
import { figuresOf } from './figures.ts';
import { monthTitle } from './month.ts';
import type { FullReport } from './read.ts';
import { commentBlocks, eventBlocks, methodBlocks, missingBlocks, numberBlocks } from './remarks.ts';
import type { Report } from './schema.ts';
import { dayOf, untilText } from './scope.ts';
import { channelBlocks, divisionBlocks, practiceBlocks, suppressionNote } from './sections.ts';

/** The report as it is read; `channels` are those of the settings. */
export function documentOf({ report, compared }: FullReport, channels: readonly ChannelSettings[]): Document {
  const { month, isOver, until } = report;
  const name = monthTitle(month);
  const cut = isOver ? '' : `, ${untilText(until)},`;
  return {
    town: report.town,
    title: report.title,
    heading: `${capital(name)}${cut} in un minuto`,
    running: `Relazione mensile, ${name}`,
    foot: footOf(report),
    warning: report.demonstration ? 'Dati dimostrativi, inventati' : '',
    until,
    sheets: [
      [
        ...said('small', [report.scope]),
        ...said('lead', report.lead),
        // Before the lockdown there is no comparison to draw: the months come at once.
        ...(compared ? figuresOf(compared, report, channels) : channelBlocks(report)),
      ],
      [
        ...(compared ? channelBlocks(report) : []),
        ...divisionBlocks('Modi di contatto', report, report.ways),
      ],
      [
        ...divisionBlocks('Argomenti', report, report.subjects),
        ...practiceBlocks(report),
        ...suppressionNote(report),
      ],
      [
        ...missingBlocks(report),
        ...eventBlocks(report),
        ...commentBlocks(report),
        ...numberBlocks(report),
        ...methodBlocks(report),
      ],
    ].filter((sheet) => sheet.length > 0),
  };
}

function footOf({ until, methodVersion, frozenAt }: Report): string {
  const data = `Dati ${untilText(until)} · metodo ${methodVersion}`;
  if (frozenAt === null) return data;
  const day = dayOf(frozenAt);
  return `${data} · congelata ${italianDay('il', day)} ${day.slice(0, 4)}`;
}
