// SPDX-License-Identifier: AGPL-3.0-or-later
import { GOOD_COVERAGE } from '../comparison.ts';
import { coveragePercent } from '../format.ts';
import { t } from '../i18n/words.ts';

const WIDTH = 28;

/** How much of a comparison rests on data: a small meter, and the same in words. */
export function CoverageBadge({ share }: { share: number | null }) {
  const isLow = share === null || share < GOOD_COVERAGE;
  return (
    <span class={isLow ? 'coverage coverage-low' : 'coverage'}>
      <svg width={WIDTH} height="6" viewBox={`0 0 ${WIDTH} 6`} aria-hidden="true" focusable="false">
        <rect class="coverage-frame" x="0.5" y="0.5" width={WIDTH - 1} height="5" rx="2.5" />
        <rect class="coverage-level" width={WIDTH * (share ?? 0)} height="6" rx="3" />
      </svg>
      {words(share)}
    </span>
  );
}

function words(share: number | null): string {
  if (share === null || share === 0) return t('coverage.none');
  return share === 1 ? t('coverage.full') : t('coverage.part', { percent: coveragePercent(share) });
}
