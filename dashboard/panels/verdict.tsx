// SPDX-License-Identifier: AGPL-3.0-or-later
// What may be claimed of a comparison, as an icon and words.
import type { Compare, Comparison } from '../../api/schemas.ts';
import { isDemonstrated, type Outcome, outcome, standing } from '../comparison.ts';
import { conjunction } from '../format.ts';
import { t } from '../i18n/words.ts';
import { Icon, type IconName } from '../icons.tsx';

const ICONS: Readonly<Record<Outcome, IconName>> = {
  increase: 'up',
  decrease: 'fall',
  weak: 'ring',
  none: 'ring',
  law: 'lock',
};

/** The outcome of a comparison, or the words for why there is none. */
export function Verdict({ comparison }: { comparison: Comparison }) {
  const where = standing(comparison);
  if (where !== 'compared') return <span class="verdict">{t(`standing.${where}`)}</span>;
  const found = outcome(comparison);
  return (
    <span class={isDemonstrated(found) ? 'verdict verdict-sure' : 'verdict'}>
      <Icon name={ICONS[found]} />
      {t(`verdict.${found}`)}
    </span>
  );
}

/** Whether the season is corrected for, and by which years. */
export function seasonNote({ headline, previousYears }: Comparison, { during }: Compare): string {
  if (headline !== 'ratioOfRatios') return t('season.none');
  const year = Number(during.from.slice(0, 4));
  return t('season.corrected', {
    years: conjunction(previousYears.map((earlier) => String(year - earlier))),
  });
}
