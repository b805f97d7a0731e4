// SPDX-License-Identifier: AGPL-3.0-or-later
import { t } from '../i18n/words.ts';
import { PageHead } from '../panels/page-head.tsx';

/** Metodo: how the figures are computed, and what the law wants said. */
export function Method() {
  return (
    <>
      <PageHead title={t('method.title')} short={t('nav.method')} />
      <section class="section" aria-labelledby="accessibilita">
        <h2 id="accessibilita" tabIndex={-1}>
          {t('foot.accessibility')}
        </h2>
      </section>
      <section class="section" aria-labelledby="dati-personali">
        <h2 id="dati-personali" tabIndex={-1}>
          {t('foot.privacy')}
        </h2>
      </section>
      <section class="section" aria-labelledby="dati-aperti">
        <h2 id="dati-aperti" tabIndex={-1}>
          {t('foot.openData')}
        </h2>
      </section>
    </>
  );
}
