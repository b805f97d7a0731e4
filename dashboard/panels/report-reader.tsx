// SPDX-License-Identifier: AGPL-3.0-or-later
// One report to read: as it was given away, or as today's data would have it.
import { useRef, useState } from 'preact/hooks';
import type { ReportState } from '../../api/schemas/report.ts';
import { useAsked } from '../answer.ts';
import { readReport, reportFile } from '../client.ts';
import { capital, longDay, longMonth } from '../format.ts';
import { t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { PAGES, reportPath } from '../route.ts';
import { hrefTo, hrefWith, parameter, town } from '../state.ts';
import { PageHead } from './page-head.tsx';
import { Paper } from './paper.tsx';
import { ReportActs } from './report-acts.tsx';
import { stateOf } from './report-list.tsx';
import { Failed, Skeleton, Spoken } from './states.tsx';

interface Props {
  month: string;
  /** All of them, the latest first. */
  reports: readonly ReportState[];
  /** Asks for them anew. */
  again: () => void;
}

/** How many characters of a checksum tell it from others. */
const ENOUGH = 8;
/** The parameter of the address that asks for today's data. */
const DATA = 'dati';

/** The report with its state, its neighbours and what the office may do with it. */
export function ReportReader({ month, reports, again }: Props) {
  const place = reports.findIndex((each) => each.month === month);
  const state = reports[place] as ReportState;
  const isFrozen = state.version?.frozen ?? false;
  const asNow = isFrozen && parameter(DATA) === 'oggi';
  const [turn, setTurn] = useState(0);
  const file = reportFile(month, 'html', asNow);
  const asked = useAsked(`${file} ${turn}`, () => readReport(file));
  const status = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState('');
  const done = (words: string) => {
    setSaid(words);
    setTurn(turn + 1);
    again();
    status.current?.focus();
  };
  const name = longMonth(state.from);
  return (
    <>
      <div class="reader-head">
        <PageHead
          title={t('report.of', { month: name })}
          short={capital(name)}
          between={[{ label: t('nav.reports'), path: PAGES.reports.path }]}
        >
          <State state={state} asNow={asNow} />
        </PageHead>
        <p class="reader-ways">
          <Neighbour report={reports[place + 1]} way="prev" />
          <Neighbour report={reports[place - 1]} way="next" />
          <a class="button button-main" href={reportFile(month, 'pdf', asNow)} download>
            <Icon name="download" />
            {t('reports.pdf')}
          </a>
        </p>
      </div>
      {asNow && (
        <p class="reader-now">
          <Icon name="alert" />
          <span>
            {t('report.nowNotice')} <a href={hrefWith(DATA, null)}>{t('report.asFrozen')}</a>
          </span>
        </p>
      )}
      {town.value?.writable && <ReportActs {...{ state, name, done }} />}
      <p class="said" role="status" tabIndex={-1} ref={status}>
        {said}
      </p>
      {asked.state === 'failed' && <Failed retry={asked.retry} />}
      {asked.state !== 'failed' && asked.data === null && <Skeleton kind="page" />}
      {asked.data !== null && <Paper html={asked.data} />}
      <Spoken asked={asked} />
    </>
  );
}

function State({ state, asNow }: { state: ReportState; asNow: boolean }) {
  const { version, isOver, until } = state;
  if (!version?.frozen)
    return (
      <>{t(isOver ? 'report.followsLong' : 'report.unfinishedLong', { day: longDay(until) } as never)}</>
    );
  const sum = version.sha256?.pdf ?? '';
  return (
    <>
      {stateOf(state)} · {t('report.sum')}{' '}
      <code title={sum}>
        {sum.slice(0, ENOUGH)}…{sum.slice(-ENOUGH)}
      </code>
      {!asNow && (
        <>
          {' · '}
          <a href={hrefWith(DATA, 'oggi')}>{t('report.asNow')}</a>
        </>
      )}
    </>
  );
}

/** The month before or after; none where there are no data. */
function Neighbour({ report, way }: { report: ReportState | undefined; way: 'prev' | 'next' }) {
  if (!report) return null;
  const label = t(way === 'prev' ? 'report.before' : 'report.after', { month: longMonth(report.from) });
  return (
    <a class={`button reader-${way}`} href={hrefTo(reportPath(report.month))} rel={way} aria-label={label}>
      <Icon name="down" />
      {capital(longMonth(report.from))}
    </a>
  );
}
