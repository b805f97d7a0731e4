// SPDX-License-Identifier: AGPL-3.0-or-later
// The report in the three forms in which it is given away.
import type { Office } from '../town.ts';
import { readComment } from './comments.ts';
import { documentOf } from './document.ts';
import type { Month } from './month.ts';
import { pageOf } from './page.ts';
import { pdfOf } from './pdf.ts';
import { type FullReport, readReport } from './read.ts';

export const FORMS = ['json', 'html', 'pdf'] as const;
export type Form = (typeof FORMS)[number];

export const CONTENT_TYPES: Record<Form, string> = {
  json: 'application/json',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
};

/** The bytes of the report of a month as the data are now; `frozenAt`: when it is being frozen, which it then says. */
export async function currentReport(
  office: Office,
  month: Month,
  forms: readonly Form[],
  frozenAt: string | null = null,
): Promise<Map<Form, Buffer>> {
  const full = await readReport(office, month, { comment: await readComment(office, month), frozenAt });
  const made = forms.map(async (form) => [form, await inForm(office, full, form)] as const);
  return new Map(await Promise.all(made));
}

async function inForm({ settings }: Office, full: FullReport, form: Form): Promise<Buffer> {
  if (form === 'json') return Buffer.from(JSON.stringify(full.report));
  const document = documentOf(full, settings.channels);
  return form === 'pdf' ? pdfOf(document) : Buffer.from(await pageOf(document));
}
