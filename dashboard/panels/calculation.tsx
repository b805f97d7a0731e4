// SPDX-License-Identifier: AGPL-3.0-or-later
// The drawer "Come è calcolato": what the figures of a channel rest on.
import type { Compare } from '../../api/schemas.ts';
import { daysCompared } from '../comparison.ts';
import { longPeriod, number } from '../format.ts';
import { t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { phaseName } from '../state.ts';
import { Drawer, openDrawer } from './drawer.tsx';

const NAME = 'calcolo';

/** The button, and the drawer that it opens. */
export function Calculation({ compare, label }: { compare: Compare; label: string }) {
  const comparison = compare.channels[0];
  if (!comparison) return null;
  const { withData, expected } = daysCompared(comparison);
  return (
    <p class="calculation">
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => openDrawer(NAME)}>
        <Icon name="info" />
        {t('calculation.open')}
      </button>
      <Drawer name={NAME} title={t('calculation.title', { label })}>
        <dl class="facts">
          <dt>{phaseName('before')}</dt>
          <dd>{longPeriod(compare.before)}</dd>
          <dt>{phaseName('during')}</dt>
          <dd>{longPeriod(compare.during)}</dd>
          <dt>{t('table.days')}</dt>
          <dd>{t('days.ofOpen', { days: number(withData), expected: number(expected) })}</dd>
        </dl>
      </Drawer>
    </p>
  );
}
