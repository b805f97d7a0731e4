// SPDX-License-Identifier: AGPL-3.0-or-later
import { t } from '../i18n/words.ts';
import { PageHead } from '../panels/page-head.tsx';

/** Dati: what there is and what is missing. */
export function Data() {
  return <PageHead title={t('data.title')} short={t('nav.data')} />;
}
