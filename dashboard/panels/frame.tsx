// SPDX-License-Identifier: AGPL-3.0-or-later
// Header and footer, the same on every page.
import type { Town } from '../../api/schemas.ts';
import { t } from '../i18n/words.ts';
import { Emblem } from '../icons.tsx';

/** The town's name and the product's. */
export function Header({ town }: { town: Town | null }) {
  return (
    <header class="head">
      <div class="wrap head-line">
        <a class="brand" href="/" aria-label={town ? `${town.name}: ${t('app.home')}` : t('app.home')}>
          <Emblem />
          <span class="brand-town">{town?.name}</span>
          <span class="brand-product">{t('app.name')}</span>
        </a>
      </div>
    </header>
  );
}

/** What the page does with data, and where to take them. */
export function Footer() {
  return (
    <footer class="foot">
      <div class="wrap">
        <p>{t('app.privacy')}</p>
        <p>
          <a href="/api/v1/openapi.json">{t('app.api')}</a>
          <span>{t('app.licence')}</span>
        </p>
      </div>
    </footer>
  );
}
