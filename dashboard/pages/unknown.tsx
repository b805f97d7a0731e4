// SPDX-License-Identifier: AGPL-3.0-or-later
import { t } from '../i18n/words.ts';
import { PageHead } from '../panels/page-head.tsx';
import { PAGES } from '../route.ts';
import { hrefTo } from '../state.ts';

/** An address that belongs to no page: said in words, with a way home. */
export function Unknown() {
  return (
    <>
      <PageHead title={t('unknown.title')}>{t('unknown.text')}</PageHead>
      <p>
        <a class="button button-main" href={hrefTo(PAGES.overview.path)}>
          {t('unknown.home')}
        </a>
      </p>
    </>
  );
}
