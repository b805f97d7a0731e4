// SPDX-License-Identifier: AGPL-3.0-or-later

import { DayMarks } from '../charts/day-marks.tsx';
import { COVERAGE_STATES } from '../coverage.ts';
import { t } from '../i18n/words.ts';
import { theDuring } from '../state.ts';

const BOX = { x: 0, y: 0, width: 11, height: 14 };

/** What the marks of days mean. */
export function DayLegend() {
  return (
    <ul class="legend">
      {COVERAGE_STATES.map((state) => (
        <li key={state}>
          <svg width={BOX.width} height={BOX.height} aria-hidden="true" focusable="false">
            <DayMarks boxes={[BOX]} states={[state]} joined={false} />
          </svg>
          {t(`coverage.${state}`)}
        </li>
      ))}
      <li>
        <svg width={BOX.width} height={BOX.height} aria-hidden="true" focusable="false">
          <rect class="coverage-shade" {...BOX} />
        </svg>
        {theDuring()}
      </li>
    </ul>
  );
}
