// SPDX-License-Identifier: AGPL-3.0-or-later
import { t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';

/** Says on every page that the figures are invented, and how to be rid of them. */
export function DemonstrationNotice() {
  return (
    <section class="demonstration" aria-labelledby="demonstration">
      <div class="wrap">
        <Icon name="alert" />
        <p>
          <strong id="demonstration">{t('demo.name')}.</strong> {t('demo.text')}{' '}
          <code>npm run ingest -- --remove-demonstration</code>
        </p>
      </div>
    </section>
  );
}
