// SPDX-License-Identifier: AGPL-3.0-or-later
// Reports as they were given away: frozen with their checksums, while the data go on.
import { createHash, randomUUID } from 'node:crypto';
import type { Office } from '../town.ts';
import { currentReport, FORMS, type Form } from './forms.ts';
import type { Month } from './month.ts';
import type { ReportVersion } from './schema.ts';

/** How the report of each month stands that was ever frozen. */
export function readVersions({
  database,
}: Pick<Office, 'database'>): Promise<(ReportVersion & { month: Month })[]> {
  return database.ask<VersionRow>('reports/versions.sql').then((rows) => rows.map(versionOf));
}

interface VersionRow extends Record<Form, string> {
  month: Month;
  version: number;
  frozen: boolean;
  at: string;
}

function versionOf({ month, version, frozen, at, json, html, pdf }: VersionRow) {
  return { month, version, frozen, at, sha256: frozen ? { json, html, pdf } : null };
}

/** The bytes that were frozen; null while the report follows the data. */
export async function readFrozen(
  { database }: Pick<Office, 'database'>,
  month: Month,
  form: Form,
): Promise<Buffer | null> {
  const [found] = await database.ask<{ content: string }>('reports/frozen.sql', { month, form });
  return found ? Buffer.from(found.content, form === 'pdf' ? 'base64' : 'utf8') : null;
}

/** Keeps the report as it is now, in all its forms. */
export async function freeze(office: Office, month: Month): Promise<void> {
  const at = new Date().toISOString();
  const made = await currentReport(office, month, FORMS, at);
  const [json, html, pdf] = FORMS.map((form) => made.get(form)!) as [Buffer, Buffer, Buffer];
  await office.database.insertRows('report_versions', [
    {
      month,
      id: randomUUID(),
      frozen: true,
      json: json.toString(),
      html: html.toString(),
      pdf: pdf.toString('base64'),
      json_sha256: sha256(json),
      html_sha256: sha256(html),
      pdf_sha256: sha256(pdf),
    },
  ]);
}

/** Lets the report follow the data again; what was frozen stays in the table. */
export async function unfreeze({ database }: Pick<Office, 'database'>, month: Month): Promise<void> {
  await database.insertRows('report_versions', [{ month, id: randomUUID(), frozen: false }]);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
