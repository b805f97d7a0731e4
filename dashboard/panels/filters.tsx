// SPDX-License-Identifier: AGPL-3.0-or-later
// The bar of filters: which periods and channels are compared, and how fresh the data are.
import { longDay, shortDay, shortPeriod } from '../format.ts';
import { t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { address, town } from '../state.ts';
import { ChannelForm } from './channel-form.tsx';
import { Disclosure } from './disclosure.tsx';
import { PeriodForm } from './period-form.tsx';

/** The bar under the header. */
export function Filters() {
  const known = town.value;
  const asked = address.value;
  if (!known || !asked) return null;
  const { before, during } = asked.choices.phases;
  const count = asked.choices.channels.length;
  const all = known.channels.length;
  return (
    <section class="filters" aria-label={t('filter.region')}>
      <div class="wrap filters-line">
        <Disclosure
          name="period"
          icon="calendar"
          title={t('filter.period')}
          summary={<Against {...{ before, during }} />}
        >
          {(close) => <PeriodForm phases={asked.choices.phases} town={known} close={close} />}
        </Disclosure>
        <Disclosure
          name="channels"
          icon="channels"
          title={t('filter.channels')}
          summary={
            count === all ? t('filter.allChannels', { count }) : t('filter.someChannels', { count, all })
          }
        >
          {(close) => <ChannelForm chosen={asked.choices.channels} channels={known.channels} close={close} />}
        </Disclosure>
        {known.lastDay && <p class="freshness">{t('filter.freshness', { day: longDay(known.lastDay) })}</p>}
      </div>
      {asked.ignored.length > 0 && (
        <p class="wrap ignored" role="status">
          <Icon name="alert" />
          {t('filter.ignored', { names: asked.ignored.join(', ') })}
        </p>
      )}
    </section>
  );
}

type Shown = { from: string; to: string | null };

function Against({ before, during }: { before: Shown; during: Shown }) {
  return (
    <>
      <span>{short(before, during)}</span> <Icon name="arrow" />
      <span class="hidden">{t('filter.against')}</span> <span>{shortPeriod(closed(during))}</span>
    </>
  );
}

const closed = ({ from, to }: Shown) => ({ from, to: to ?? from });

/** The year stands once, at the end, when both periods lie in it. */
function short(before: Shown, during: Shown): string {
  const { from, to } = closed(before);
  const isOneYear = from.slice(0, 4) === closed(during).to.slice(0, 4);
  return isOneYear ? `${shortDay(from)} – ${shortDay(to)}` : shortPeriod({ from, to });
}
