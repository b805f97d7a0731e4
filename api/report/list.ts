// SPDX-License-Identifier: AGPL-3.0-or-later
// The months of which there are reports, and how each stands.
import { BadQuestion } from '../problem.ts';
import { type Office, readTown } from '../town.ts';
import { type Claim, readClaims } from './claims.ts';
import { isMonth, type Month, monthOfDay, monthsBetween } from './month.ts';
import { knownDays, reportTitle } from './read.ts';
import type { ReportMail, ReportState } from './schema.ts';
import { readVersions } from './versions.ts';

/** Every month from the first day known to the last one, the latest first. */
export async function readReports(office: Office): Promise<ReportState[]> {
  const { firstDay, lastDay } = await readTown(office);
  if (firstDay === null || lastDay === null) return [];
  const [versions, comments, claims] = await Promise.all([
    readVersions(office),
    office.database.ask<{ month: Month }>('reports/comments.sql', { month: '' }),
    readClaims(office.database, ''),
  ]);
  const months = monthsBetween(monthOfDay(firstDay), monthOfDay(lastDay)).reverse();
  return months.map((month) => {
    const known = knownDays(month, lastDay);
    const { month: _, ...version } = versions.find((each) => each.month === month) ?? { month: null };
    return {
      month,
      title: reportTitle(month, known),
      from: known.from,
      until: known.to,
      isOver: known.isOver,
      version: 'version' in version ? version : null,
      comment: comments.some((each) => each.month === month),
      mail: mailOf(claims.filter((each) => each.month === month)),
    };
  });
}

/** How the report of a month stands. @throws BadQuestion naming the months there are. */
export async function readState(office: Office, text: string): Promise<ReportState> {
  const reports = await readReports(office);
  const found = reports.find(({ month }) => month === text);
  if (found) return found;
  const reason = isMonth(text) ? 'there are no data of' : 'no month such as 2020-04:';
  throw new BadQuestion(
    'month',
    `${reason} "${text.slice(0, 20)}"`,
    reports.map(({ month }) => month),
  );
}

/** How the sending of a report stands: sent for good, or as the last try left it. */
function mailOf(claims: readonly Claim[]): ReportMail | null {
  const tries = claims.filter(({ step }) => step !== 'withdrawn');
  const found = tries.find(({ step }) => step === 'sent') ?? tries.at(-1);
  if (!found) return null;
  const { step, live, at, reason } = found;
  const state = step === 'claimed' ? (live ? 'sending' : 'interrupted') : step;
  return { state: state as ReportMail['state'], at, reason, tries: tries.length };
}
