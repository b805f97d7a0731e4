// SPDX-License-Identifier: AGPL-3.0-or-later
// The report of a month by mail: what is sent is what was frozen, once a month at most.
import { createTransport, type SentMessageInfo, type Transporter } from 'nodemailer';
import type { Settings } from '../../sql/settings.ts';
import { isLoopback } from '../access/same-site.ts';
import type { Report } from '../schemas/report.ts';
import type { Office } from '../town.ts';
import { claim, readClaims, record } from './claims.ts';
import type { Month } from './month.ts';
import { freeze, readFrozen } from './versions.ts';

/** What came of it; `before`: it had been sent already; `busy`: somebody else is sending it. */
export type MailOutcome = { kind: 'sent' | 'before' | 'busy' } | { kind: 'failed'; reason: string };

/** Long enough for a slow server, and far below the ten minutes after which others may try. */
const LONGEST_MS = 120_000;

/** Whether there is somebody to send to, and a server to send with. */
export function canMail({ report: { smtp, recipients } }: Settings): boolean {
  return smtp !== undefined && recipients.length > 0;
}

/** Sends the report of a month that is over, unless it was sent before. */
export async function mailReport(office: Office, month: Month): Promise<MailOutcome> {
  const mine = await claim(office.database, month);
  if (mine === null) {
    const isSent = (await readClaims(office.database, month)).some(({ step }) => step === 'sent');
    return { kind: isSent ? 'before' : 'busy' };
  }
  try {
    const reason = await send(office, month);
    await record(office.database, month, mine, 'sent', reason);
    return { kind: 'sent' };
  } catch (error) {
    const reason = explainMail(error);
    await record(office.database, month, mine, 'failed', reason);
    return { kind: 'failed', reason };
  }
}

/** Sends what was frozen, frozen now if it was not; returns what must be known of a sending that did succeed. */
async function send(office: Office, month: Month): Promise<string> {
  const { report } = office.settings;
  if ((await readFrozen(office, month, 'json')) === null) await freeze(office, month);
  const [json, pdf] = await Promise.all([
    readFrozen(office, month, 'json'),
    readFrozen(office, month, 'pdf'),
  ]);
  const transport = transportOf(report.smtp!);
  try {
    const message = messageOf(JSON.parse(json!.toString()), pdf!, report);
    const sent: SentMessageInfo = await within(transport.sendMail(message));
    const refused = sent.rejected?.length ?? 0;
    return refused === 0 ? '' : `destinatari rifiutati: ${refused} su ${report.recipients.length}`;
  } finally {
    transport.close();
  }
}

function transportOf({ host, port, secure, user }: NonNullable<Settings['report']['smtp']>): Transporter {
  const timeout = LONGEST_MS / 2;
  return createTransport({
    host,
    port,
    secure,
    // A password never goes over a network in clear.
    requireTLS: !secure && !isLoopback(host),
    ...(user && { auth: { user, pass: process.env.AFFLUENZA_SMTP_PASSWORD ?? '' } }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The recipients do not see one another. The same report always has the same id, so that a double is known for one. */
function messageOf(report: Report, pdf: Buffer, { smtp, recipients }: Settings['report']) {
  const from = smtp!.from;
  const warning = report.demonstration ? ['Attenzione: dati dimostrativi, inventati.'] : [];
  const paragraphs = [...warning, report.scope, ...report.lead, 'In allegato la relazione intera (PDF).'];
  return {
    from: { name: report.town, address: from },
    to: { name: report.town, address: from },
    bcc: [...recipients],
    subject: `${report.title} – ${report.town}`,
    messageId: `<relazione-${report.month}@${from.split('@')[1]}>`,
    text: `${paragraphs.join('\n\n')}\n`,
    attachments: [
      { filename: `relazione-${report.month}.pdf`, content: pdf, contentType: 'application/pdf' },
    ],
  };
}

/** A server may take its time with every line: there is an end to it all the same. */
async function within<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), LONGEST_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EAUTH: 'il server di posta non accetta utente o password (AFFLUENZA_SMTP_PASSWORD)',
  ENOAUTH: 'manca la password del server di posta (AFFLUENZA_SMTP_PASSWORD)',
  EENVELOPE: 'il server di posta non accetta il mittente o nessuno dei destinatari',
  ETLS: 'il server di posta non offre una connessione cifrata',
  EDNS: 'il server di posta non si trova',
  ECONNECTION: 'il server di posta non risponde',
  ESOCKET: 'il server di posta non risponde',
  ETIMEDOUT: 'il server di posta non risponde in tempo',
};

/** Why a mail could not be sent, without addresses: what a mail server says may hold some. */
function explainMail(error: unknown): string {
  const { code = '', responseCode, message } = error as Error & { code?: string; responseCode?: number };
  if (REASONS[code]) return REASONS[code];
  if (responseCode) return `il server di posta ha rifiutato il messaggio (codice ${responseCode})`;
  console.error(`report mail: ${message}`);
  return 'la relazione non si è potuta preparare o spedire: il motivo è nel registro del programma';
}
