// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact';
import type { Granularity } from '../../sql/vocabulary.ts';
import { Hatch } from '../charts/sparkline.tsx';
import { t } from '../i18n/words.ts';

/** What the marks of a time line mean; the same for every channel, so in no channel's colour. */
export function Legend({ granularity }: { granularity: Granularity }) {
  return (
    <ul class="legend">
      {granularity === 'day' && (
        <Entry words={t('legend.day')} width={8}>
          <circle class="legend-fill" cx="4" cy="7" r="2.2" />
        </Entry>
      )}
      <Entry words={t(`legend.mean.${granularity}`)} width={26}>
        <path class="legend-line" d="M0 10h9V4h9v4h8" />
      </Entry>
      <Entry words={t('legend.zero')} width={10}>
        <circle class="legend-hollow" cx="5" cy="7" r="3.4" />
      </Entry>
      <Entry words={t('legend.missing')} width={26}>
        <Hatch id="hatch-legend" />
        <rect width="26" height="14" fill="url(#hatch-legend)" />
      </Entry>
      <Entry words={t('legend.present')} width={8}>
        <rect class="legend-cell" x="1" y="2" width="6" height="10" />
      </Entry>
      <Entry words={t('legend.closed')} width={6}>
        <rect class="legend-cell" x="2" y="6" width="2" height="2" />
      </Entry>
    </ul>
  );
}

function Entry({ words, width, children }: { words: string; width: number; children: ComponentChildren }) {
  return (
    <li>
      <svg width={width} height="14" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {words}
    </li>
  );
}
