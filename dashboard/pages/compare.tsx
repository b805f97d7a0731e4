// SPDX-License-Identifier: AGPL-3.0-or-later
import { t } from '../i18n/words.ts';
import { PageHead } from '../panels/page-head.tsx';

/** Confronto: any periods side by side. */
export function Comparison() {
  return <PageHead title={t('compare.title')} short={t('nav.compare')} />;
}
