// SPDX-License-Identifier: AGPL-3.0-or-later
import { t } from '../i18n/words.ts';
import { PageHead } from '../panels/page-head.tsx';

/** Pratiche: by kind, means and outcome. */
export function Practices() {
  return <PageHead title={t('practices.title')} short={t('nav.practices')} />;
}
