// SPDX-License-Identifier: AGPL-3.0-or-later
// A card per channel: before, during, how many times as much, on how much data.
import type { Compare, Series, Town } from '../../api/schemas.ts';
import type { Asked } from '../answer.ts';
import { plural, t } from '../i18n/words.ts';
import { labelIn } from '../labels.ts';
import { channelsWithGaps } from '../summary.ts';
import { Card } from './card.tsx';
import { CardKey } from './card-key.tsx';
import { Panel } from './states.tsx';

interface Props {
  compare: Asked<Compare>;
  weeks: Asked<Series>;
  days: Series | null;
  channels: Town['channels'];
}

/** The section of the cards, in the town's order. */
export function Cards({ compare, weeks, days, channels }: Props) {
  return (
    <section class="section" aria-labelledby="cards">
      <div class="section-head">
        <h2 id="cards">{t('cards.title')}</h2>
        <p class="note">{note(compare.data)}</p>
      </div>
      <Panel asked={compare} kind="cards">
        {(known) => (
          <div class="cards">
            {known.channels.map((comparison) => (
              <Card
                key={comparison.channel}
                comparison={comparison}
                compare={known}
                weeks={weeks}
                days={days}
                label={labelIn(channels, comparison.channel)}
              />
            ))}
            <CardKey />
          </div>
        )}
      </Panel>
    </section>
  );
}

function note(compare: Compare | null): string {
  const count = compare ? channelsWithGaps(compare) : 0;
  return count > 0 ? `${t('cards.note')} · ${plural('cards.missing', count)}` : t('cards.note');
}
