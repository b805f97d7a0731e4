// SPDX-License-Identifier: AGPL-3.0-or-later
// The months of which there are reports, and how each stands.
import type { ReportMail, ReportState } from '../../api/schemas/report.ts';
import { reportFile } from '../client.ts';
import { capital, instant, longDay, longMonth } from '../format.ts';
import { type Key, t } from '../i18n/words.ts';
import { reportPath } from '../route.ts';
import { hrefTo } from '../state.ts';
import { DataTable, nothing, type Row, shown } from './data-table.tsx';

/** The table of the reports; each month leads to its report. */
export function ReportList({ reports }: { reports: readonly ReportState[] }) {
  if (reports.length === 0) return <p class="nothing">{t('reports.none')}</p>;
  const columns = [
    { title: t('reports.month') },
    { title: t('reports.state') },
    { title: t('reports.words'), isMinor: true },
    { title: t('reports.mail'), isMinor: true },
    { title: t('reports.files') },
  ];
  return (
    <section class="card report-list">
      <DataTable caption={t('reports.title')} table={{ columns, rows: reports.map(row) }} />
    </section>
  );
}

function row(report: ReportState): Row {
  const { month, from, comment, mail } = report;
  const title = t('report.of', { month: longMonth(from) });
  return {
    key: month,
    cells: [
      shown(<a href={hrefTo(reportPath(month))}>{capital(longMonth(from))}</a>),
      shown(stateOf(report)),
      comment ? shown(t('reports.hasWords')) : nothing('closed'),
      mail ? shown(mailText(mail)) : nothing('closed'),
      shown(
        <span class="report-files">
          <a href={reportFile(month, 'pdf')} download aria-label={t('reports.pdfOf', { title })}>
            {t('reports.pdf')}
          </a>
          <a href={reportFile(month, 'html')} aria-label={t('reports.htmlOf', { title })}>
            {t('reports.html')}
          </a>
        </span>,
      ),
    ],
  };
}

/** "Congelata il …", "Provvisoria, fino al …" or "Segue i dati". */
export function stateOf({ version, isOver, until }: ReportState): string {
  if (version?.frozen) return t('reports.frozenOn', { when: instant(version.at) });
  return isOver ? t('reports.follows') : t('reports.unfinished', { day: longDay(until) });
}

function mailText({ state, at, reason }: ReportMail): string {
  const key: Key = state === 'sent' && reason !== '' ? 'reports.sentBut' : `reports.${state}`;
  return t(key as 'reports.failed', { when: instant(at), reason });
}
