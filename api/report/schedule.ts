// SPDX-License-Identifier: AGPL-3.0-or-later
// Which report is due by mail, and a server that looks every hour: what failed is tried again, what was sent is not.
import type { Day } from '../../sql/vocabulary.ts';
import { dayText } from '../../sql/vocabulary.ts';
import { dayInRome } from '../compare/calendar.ts';
import { type Office, readTown } from '../town.ts';
import { readReports } from './list.ts';
import { canMail, type MailOutcome, mailReport } from './mail.ts';
import { type Month, monthOfDay, monthsLater } from './month.ts';

const AN_HOUR = 3_600_000;

/** The month before the one in which a day falls. */
export function monthBefore(day: Day): Month {
  return monthsLater(monthOfDay(day), -1);
}

/**
 * Sends the report of the month before `today` when its day has come, it is whole and its data are no inventions; null
 * when nothing is due.
 */
export async function mailDue(office: Office, today: Day): Promise<MailOutcome | null> {
  const { dayOfMonth } = office.settings.report;
  if (dayOfMonth === undefined || Number(today.slice(8)) < dayOfMonth || !canMail(office.settings))
    return null;
  if ((await readTown(office)).demonstration) return null;
  const due = (await readReports(office)).find(({ month }) => month === monthBefore(today));
  return due?.isOver ? mailReport(office, due.month) : null;
}

/** Looks now and every hour; what goes wrong is logged, and shown in the list of the reports. */
export function startSchedule(office: Office): void {
  if (office.settings.report.dayOfMonth === undefined) return;
  const look = () =>
    mailDue(office, dayText(dayInRome(Date.now()))).then(
      (outcome) => {
        if (outcome?.kind === 'failed') console.error(`report mail: ${outcome.reason}`);
      },
      (error) => console.error('report mail:', error),
    );
  setInterval(look, AN_HOUR).unref();
  void look();
}
