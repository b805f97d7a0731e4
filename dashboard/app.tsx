// SPDX-License-Identifier: AGPL-3.0-or-later
// The frame around every page: skip link, header, notices, footer; and what to show while the town is not known.
import { useEffect } from 'preact/hooks';
import { useAnswer } from './answer.ts';
import { townQuestion } from './client.ts';
import { t } from './i18n/words.ts';
import { Overview } from './pages/overview.tsx';
import { DemonstrationNotice } from './panels/demonstration.tsx';
import { EmptyDatabase } from './panels/empty.tsx';
import { Filters } from './panels/filters.tsx';
import { Footer, Header } from './panels/frame.tsx';
import { Failed, Skeleton } from './panels/states.tsx';
import { town } from './state.ts';

/** The whole page. */
export function App() {
  const asked = useAnswer(townQuestion);
  useEffect(() => {
    town.value = asked.data;
    document.title = asked.data ? t('app.title', { town: asked.data.name }) : t('app.name');
  }, [asked.data]);
  const known = town.value;
  const hasData = known !== null && known.firstDay !== null;
  return (
    <>
      <a class="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header town={known} />
      {known?.demonstration && <DemonstrationNotice />}
      {hasData && <Filters />}
      <main id="content" class="wrap" tabIndex={-1}>
        {asked.state === 'loading' && <Skeleton kind="page" />}
        {asked.state === 'failed' && <Failed retry={asked.retry} heading />}
        {hasData && <Overview />}
        {known && !hasData && <EmptyDatabase again={asked.retry} />}
      </main>
      {(known || asked.state === 'failed') && <Footer />}
    </>
  );
}
