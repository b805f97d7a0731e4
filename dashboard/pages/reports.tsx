// SPDX-License-Identifier: AGPL-3.0-or-later
// Relazioni: the list of the monthly reports, or one of them to read.
import '../style/reports.css';
import { useAnswer } from '../answer.ts';
import { reportsQuestion } from '../client.ts';
import { t } from '../i18n/words.ts';
import { PageHead } from '../panels/page-head.tsx';
import { ReportList } from '../panels/report-list.tsx';
import { ReportReader } from '../panels/report-reader.tsx';
import { Panel, Spoken } from '../panels/states.tsx';
import { route } from '../state.ts';
import { Unknown } from './unknown.tsx';

/** The page of the reports, or of the one of the month in the address. */
export function Reports() {
  const { month } = route.value;
  const asked = useAnswer(reportsQuestion);
  const reports = asked.data?.reports ?? [];
  if (month !== null && asked.data) {
    if (!reports.some((each) => each.month === month)) return <Unknown />;
    return <ReportReader key={month} {...{ month, reports }} again={asked.retry} />;
  }
  return (
    <>
      <PageHead title={t('reports.title')} short={t('nav.reports')}>
        {t('reports.lead')}
      </PageHead>
      <Panel asked={asked} kind="page">
        {() => <ReportList reports={reports} />}
      </Panel>
      <Spoken asked={asked} />
    </>
  );
}
