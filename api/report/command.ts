// SPDX-License-Identifier: AGPL-3.0-or-later
// `affluenza report`: the report of a month into a file, or by mail; without a month, how the reports stand.
import { writeFileSync } from 'node:fs';
import { dataDirectory, fromHere, withDatabase } from '../../ingest/commands/session.ts';
import { BadFile } from '../../ingest/source.ts';
import { readSettings } from '../../sql/settings.ts';
import { dayText } from '../../sql/vocabulary.ts';
import { dayInRome } from '../compare/calendar.ts';
import type { Office } from '../town.ts';
import { currentReport, FORMS, type Form } from './forms.ts';
import { readReports } from './list.ts';
import { canMail, type MailOutcome, mailReport } from './mail.ts';
import type { Month } from './month.ts';
import { monthBefore } from './schedule.ts';
import type { ReportMail, ReportState } from './schema.ts';
import { readFrozen } from './versions.ts';

/** What a person may say after `report`. */
export type ReportFlags = Partial<Record<Form, boolean>> & { out?: string; mail?: boolean };

/** Writes a report into a file, sends it, or tells how all of them stand. */
export async function report(month: string | undefined, flags: ReportFlags): Promise<void> {
  const said = await withDatabase((database) => {
    const office: Office = { database, settings: readSettings(dataDirectory) };
    if (flags.mail) return mail(office, month ?? monthBefore(dayText(dayInRome(Date.now()))));
    return month === undefined ? list(office) : write(office, month, flags);
  });
  console.log(said);
}

async function stateOf(office: Office, text: string): Promise<ReportState> {
  const reports = await readReports(office);
  const found = reports.find(({ month }) => month === text);
  if (found) return found;
  const known = reports.length === 0 ? 'nessuno' : `dal ${reports.at(-1)!.month} al ${reports[0]!.month}`;
  throw new BadFile(`${text}: di questo mese non ci sono dati. Mesi con dati: ${known}.`);
}

async function write(office: Office, text: string, flags: ReportFlags): Promise<string> {
  const { month } = await stateOf(office, text);
  const form = FORMS.find((each) => flags[each]) ?? 'pdf';
  const bytes =
    (await readFrozen(office, month, form)) ?? (await currentReport(office, month, [form])).get(form)!;
  const file = fromHere(flags.out ?? `relazione-${month}.${form}`);
  writeFileSync(file, bytes);
  return file;
}

async function mail(office: Office, text: Month): Promise<string> {
  if (!canMail(office.settings))
    throw new BadFile('Per spedire la relazione servono report.smtp e report.recipients in comune.json.');
  const { month, title, isOver } = await stateOf(office, text);
  if (!isOver) throw new BadFile(`${title}: i dati non arrivano alla fine del mese. Non è stata spedita.`);
  return outcomeText(title, await mailReport(office, month));
}

/** What came of a sending; one that failed ends the command with an error. */
function outcomeText(title: string, outcome: MailOutcome): string {
  if (outcome.kind === 'failed')
    throw new BadFile(`${title}: non spedita, ${outcome.reason}. Ripeti il comando per riprovare.`);
  const said = {
    sent: 'spedita.',
    before: 'era già stata spedita: non viene spedita di nuovo.',
    busy: 'la sta spedendo un altro programma.',
  };
  return `${title}: ${said[outcome.kind]}`;
}

async function list(office: Office): Promise<string> {
  const reports = await readReports(office);
  return reports.length === 0 ? 'Non ci sono ancora dati.' : reports.map(stateLine).join('\n');
}

function stateLine({ month, title, version, mail }: ReportState): string {
  const frozen = version?.frozen ? [`congelata, PDF sha256 ${version.sha256!.pdf}`] : [];
  return [month, title, ...frozen, ...(mail ? [mailText(mail)] : [])].join('  ');
}

const MAIL_STATES: Record<ReportMail['state'], string> = {
  sending: 'invio in corso',
  sent: 'spedita',
  failed: 'non spedita',
  interrupted: 'invio interrotto, si può ripetere',
};

function mailText({ state, reason }: ReportMail): string {
  return reason === '' ? MAIL_STATES[state] : `${MAIL_STATES[state]}: ${reason}`;
}
