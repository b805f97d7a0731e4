// SPDX-License-Identifier: AGPL-3.0-or-later
import { t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';

/** Stands where the files give counts and do not tell them apart. */
export function Untold() {
  return (
    <p class="nothing">
      <Icon name="info" />
      {t('breakdown.untoldHint')}
    </p>
  );
}
