// SPDX-License-Identifier: AGPL-3.0-or-later
import { t } from '../i18n/words.ts';
import { PAGES } from '../route.ts';
import { hrefTo } from '../state.ts';

/** The links that the law asks for, and what the page does with its reader's data. */
export function Footer() {
  const method = hrefTo(PAGES.method.path);
  return (
    <footer class="foot">
      <div class="wrap">
        <ul>
          <li>
            <a href={`${method}#accessibilita`}>{t('foot.accessibility')}</a>
          </li>
          <li>
            <a href={`${method}#dati-personali`}>{t('foot.privacy')}</a>
          </li>
          <li>
            <a href={method}>{t('foot.method')}</a>
          </li>
          <li>
            <a href={`${method}#dati-aperti`}>{t('foot.openData')}</a>
          </li>
          <li>
            <a href={`${method}#codice-sorgente`}>{t('foot.code')}</a>
          </li>
          <li>
            <a href="/api/v1/openapi.json">{t('app.api')}</a>
          </li>
        </ul>
        <p>{t('app.privacy')}</p>
      </div>
    </footer>
  );
}
