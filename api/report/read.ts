// SPDX-License-Identifier: AGPL-3.0-or-later
// The report of a month from one state of the data, and only from what was known on its last day.
import { type Day, dayText, type Period } from '../../sql/vocabulary.ts';
import type { AskedPhases } from '../breakdown/phases.ts';
import { practices } from '../breakdown/practices.ts';
import { dayInRome, holidays, weekday } from '../compare/calendar.ts';
import { readCounts } from '../days.ts';
import { readNotes } from '../notes.ts';
import type { Report } from '../schemas/report.ts';
import { dayParameters, fromOneState, type Office, readTown } from '../town.ts';
import { METHOD_VERSION } from '../version.ts';
import { channelMonths, type MonthTotal } from './channels.ts';
import { comparedOf } from './compared.ts';
import { readDivisions } from './divisions.ts';
import { leadOf } from './lead.ts';
import { missingOf } from './missing.ts';
import { type Month, monthDays, monthOfDay, monthsLater, monthTitle } from './month.ts';
import { type PhaseAnswer, readPhase } from './phase.ts';
import { scopeOf, untilText } from './scope.ts';

/** A report, and the comparison that its charts are drawn from. */
export interface FullReport {
  report: Report;
  compared: PhaseAnswer | null;
}

/** The days of a month up to the last one that is known, and whether they are all of them. */
export interface KnownDays extends Period {
  isOver: boolean;
}

/** What is known of a month when the data reach `lastDay`; the day in course is never whole. */
export function knownDays(month: Month, lastDay: Day): KnownDays {
  const { from, to } = monthDays(month);
  const yesterday = dayText(dayInRome(Date.now()) - 1);
  const until = [to, lastDay, yesterday].sort()[0]!;
  return { from, to: until, isOver: until === to };
}

/** @example reportTitle('2020-04', whole) // 'Relazione di aprile 2020' */
export function reportTitle(month: Month, { to, isOver }: KnownDays): string {
  return `Relazione di ${monthTitle(month)}${isOver ? '' : `, ${untilText(to)}`}`;
}

/** The report as the data are now, with what the office adds to it. */
export async function readReport(
  office: Office,
  month: Month,
  added: Pick<Report, 'comment' | 'frozenAt'>,
): Promise<FullReport> {
  const { answer, dataVersion } = await fromOneState(office, (office) => readParts(office, month));
  const { compared, ...parts } = answer;
  const fixed = { month, town: office.settings.name, dataVersion, methodVersion: METHOD_VERSION };
  return { report: { ...fixed, ...added, ...parts }, compared };
}

async function readParts(office: Office, month: Month) {
  const { settings } = office;
  const { lastDay, demonstration } = await readTown(office);
  const { isOver, ...period } = knownDays(month, lastDay ?? monthDays(month).to);
  const [counts, totals, compared, rest] = await Promise.all([
    readCounts(office, { from: monthDays(monthsLater(month, -12)).from, to: period.to }, codesOf(office)),
    readTotals(office, month, period),
    readPhase(office, period),
    readRest(office, month, period),
  ]);
  const answer = compared?.answer ?? null;
  const channels = channelMonths({ settings, month, period, isOver, counts, totals, answer });
  const found = answer?.channels ?? [];
  const digital = new Set(settings.channels.flatMap(({ code, digital }) => (digital ? [code] : [])));
  return {
    compared,
    title: reportTitle(month, { ...period, isOver }),
    from: period.from,
    until: period.to,
    isOver,
    demonstration,
    scope: scopeOf(period, isOver, compared),
    lead: leadOf({ month, channels, digital, compared: found }),
    comparison: compared && comparedOf(compared, settings.channels),
    channels,
    missing: missingOf(settings, channels, { counts, period, compared: found }),
    ...rest,
  };
}

/** What does not depend on the figures of the channels. */
async function readRest(office: Office, month: Month, period: Period) {
  const { settings } = office;
  const before = monthDays(monthsLater(month, -1));
  const phases: AskedPhases = { before, during: period, after: null, exclude: [], until: period.to };
  const channel = settings.channels.find(({ code }) => code === 'practice');
  const published: Office = { ...office, published: 'months' };
  const [divisions, byKind, notes] = await Promise.all([
    readDivisions(published, phases),
    channel ? practices(published, channel, phases) : null,
    readNotes(office, period, codesOf(office)),
  ]);
  return {
    ...divisions,
    practices: byKind && ofMonth(byKind),
    markers: settings.markers
      .filter(({ day }) => isWithin(day, period))
      .map(({ day, label }) => ({ day, label })),
    holidays: holidays(Number(month.slice(0, 4)), settings.patronDay)
      .filter((day) => weekday(day) !== SUNDAY)
      .map(dayText)
      .filter((day) => isWithin(day, period)),
    notes: notes.map(({ from, to, text, channel }) => ({ from, to, text, channel })),
  };
}

const SUNDAY = 6;

/** What a report tells of the practices; their means and topics stand with those of the other channels. */
function ofMonth({
  suppression,
  leastClosed,
  closingKnown,
  ...found
}: PracticesOfPhases): Report['practices'] {
  const { closing: _, ...during } = found.during;
  const kinds = found.kinds.map(({ after: __, ...row }) => ({ ...row, closing: row.closing.before }));
  return { suppression, leastClosed, closingKnown, before: found.before, during, kinds };
}

type PracticesOfPhases = Awaited<ReturnType<typeof practices>>;

async function readTotals(office: Office, month: Month, { to }: Period): Promise<MonthTotal[]> {
  const { from } = monthDays(monthsLater(month, -12));
  const rows = await office.database.ask<{
    start: Day;
    channel: string;
    contacts: number;
    total_only: boolean;
  }>('metrics/contacts.sql', {
    ...dayParameters(office, { from, to }, codesOf(office)),
    granularity: 'month',
  });
  return rows
    .filter(({ total_only }) => total_only)
    .map(({ start, channel, contacts }) => ({ channel, contacts, month: monthOfDay(start) }));
}

const codesOf = ({ settings }: Office) => settings.channels.map(({ code }) => code);

const isWithin = (day: Day, { from, to }: Period) => day >= from && day <= to;
