// SPDX-License-Identifier: AGPL-3.0-or-later
// The frame around every page: skip link, header, notices, footer; and what to show while the town is not known.
import { useAsked } from './answer.ts';
import { t } from './i18n/words.ts';
import { isSheetOpen } from './keyboard.ts';
import { CurrentPage } from './panels/current-page.tsx';
import { DemonstrationNotice } from './panels/demonstration.tsx';
import { Filters } from './panels/filters.tsx';
import { Footer } from './panels/footer.tsx';
import { Header } from './panels/header.tsx';
import { later } from './panels/later.tsx';
import { Navigation } from './panels/navigation.tsx';
import { Failed, Skeleton } from './panels/states.tsx';
import { route, town } from './state.ts';
import { askTown } from './town.ts';

const EmptyDatabase = later(async () => (await import('./panels/empty.tsx')).EmptyDatabase);
const KeySheet = later(async () => (await import('./panels/key-sheet.tsx')).KeySheet);

/** The pages that show figures: without any, they invite to load some. */
const NEEDS_DATA = ['overview', 'channel', 'compare', 'practices'];

/** The whole dashboard. */
export function App() {
  const asked = useAsked('town', askTown);
  const known = town.value;
  const isEmpty = known?.firstDay === null && NEEDS_DATA.includes(route.value.page);
  return (
    <>
      <a class="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header town={known} />
      <Navigation />
      {known?.demonstration && <DemonstrationNotice />}
      {known && !isEmpty && <Filters />}
      <main id="content" class="wrap" tabIndex={-1}>
        {asked.state === 'loading' && !known && <Skeleton kind="page" />}
        {asked.state === 'failed' && <Failed retry={asked.retry} heading />}
        {isEmpty && <EmptyDatabase again={asked.retry} />}
        {known && !isEmpty && <CurrentPage />}
      </main>
      {(known || asked.state === 'failed') && <Footer />}
      {isSheetOpen.value && <KeySheet />}
    </>
  );
}
