// SPDX-License-Identifier: AGPL-3.0-or-later
import { t } from '../i18n/words.ts';
import { PageHead } from '../panels/page-head.tsx';

/** What the footer links to. */
const SECTIONS = [
  ['accessibilita', 'foot.accessibility'],
  ['dati-personali', 'foot.privacy'],
  ['dati-aperti', 'foot.openData'],
  ['codice-sorgente', 'foot.code'],
] as const;

/** Metodo: how the figures are computed, and what the law wants said. */
export function Method() {
  return (
    <>
      <PageHead title={t('method.title')} short={t('nav.method')} />
      {SECTIONS.map(([id, title]) => (
        <section key={id} class="section" aria-labelledby={id}>
          <h2 id={id} tabIndex={-1}>
            {t(title)}
          </h2>
        </section>
      ))}
    </>
  );
}
