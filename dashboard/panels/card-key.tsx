// SPDX-License-Identifier: AGPL-3.0-or-later
import { Hatch } from '../charts/sparkline.tsx';
import { t } from '../i18n/words.ts';
import { inPhase, theDuring } from '../state.ts';

/** How to read a card, as the last of them. */
export function CardKey() {
  return (
    <aside class="card key" aria-labelledby="key">
      <h3 id="key">{t('key.title')}</h3>
      <dl>
        <dt>
          <KeyMark look="sure" />
        </dt>
        <dd>{t('key.ratio')}</dd>
        <dt>
          <KeyMark look="none" />
        </dt>
        <dd>{t('key.unsure')}</dd>
        <dt>
          <svg width="56" height="20" aria-hidden="true" focusable="false">
            <rect class="key-ground" width="56" height="20" />
            <rect class="spark-phase" x="18" width="22" height="20" />
            <path class="spark-line" d="M2 15l8-1 8-3 8-6 8 2 8 1 12 3" />
          </svg>
        </dt>
        <dd>{t('key.spark', { the: theDuring() })}</dd>
        <dt>
          <svg width="56" height="20" aria-hidden="true" focusable="false">
            <Hatch id="hatch-key" />
            <rect class="key-ground" width="56" height="20" />
            <rect x="20" width="18" height="20" fill="url(#hatch-key)" />
            <path class="spark-line" d="M2 13l16-3M40 9l14 2" />
          </svg>
        </dt>
        <dd>{t('key.missing')}</dd>
        <dt>
          <svg width="28" height="6" viewBox="0 0 28 6" aria-hidden="true" focusable="false">
            <rect class="coverage-frame" x="0.5" y="0.5" width="27" height="5" rx="2.5" />
            <rect class="coverage-level" width="22" height="6" rx="3" />
          </svg>
        </dt>
        <dd>{t('key.coverage', { in: inPhase('during') })}</dd>
      </dl>
    </aside>
  );
}

function KeyMark({ look }: { look: string }) {
  return (
    <svg class="whisker" width="56" height="20" aria-hidden="true" focusable="false">
      <path class="whisker-tick" d="M12 0v20M44 0v20" />
      <path class="whisker-one" d="M28 0v20" />
      <g class={`whisker-${look}`}>
        <path d={look === 'sure' ? 'M34 10h18M34 6v8M52 6v8' : 'M20 10h18M20 6v8M38 6v8'} />
        <circle cx={look === 'sure' ? 43 : 29} cy="10" r="4.5" />
      </g>
    </svg>
  );
}
